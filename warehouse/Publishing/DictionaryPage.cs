using System.Text;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Publishing;

/// <summary>The data dictionary of a snapshot as a page of Markdown: what each table's row is, what each column means, how each metric is computed.</summary>
public static class DictionaryPage
{
    public static string Write(DuckDBConnection connection, string snapshotName)
    {
        var page = new StringBuilder();
        page.AppendLine("# 数据字典 · Data dictionary").AppendLine();
        page.Append("快照 · Snapshot `").Append(snapshotName).AppendLine("`").AppendLine();
        page.AppendLine("## 指标 · Metrics").AppendLine();
        foreach (var metric in MetricFile.All)
        {
            page.Append("### ").Append(metric.Key).Append(" · ").Append(metric.LabelZh).Append(" · ").AppendLine(metric.LabelEn).AppendLine();
            page.AppendLine(metric.MeaningZh).AppendLine().AppendLine(metric.MeaningEn).AppendLine();
            page.Append("`select ").Append(metric.MonthColumn).Append(", ").Append(metric.Sql).Append(" from ").Append(metric.Source).AppendLine(" group by all`").AppendLine();
        }

        page.AppendLine("## 表 · Tables").AppendLine();
        var columns = connection.Rows(
            "select table_name, column_name, data_type, comment from duckdb_columns() where not internal order by table_name, column_index",
            row => (Table: row.GetString(0), Column: row.GetString(1), Type: row.GetString(2), Meaning: row.TextOrNull(3)));
        foreach (var table in columns.GroupBy(column => column.Table, StringComparer.Ordinal))
        {
            page.Append("### ").AppendLine(table.Key).AppendLine();
            var model = SqlModel.All.FirstOrDefault(model => model.Name == table.Key);
            if (model is not null) page.AppendLine(string.Join('\n', [model.Grain, .. model.Notes])).AppendLine();
            page.AppendLine("| 列 · column | 类型 · type | 含义 · meaning |").AppendLine("|---|---|---|");
            foreach (var column in table) page.Append("| ").Append(column.Column).Append(" | ").Append(column.Type).Append(" | ").Append(column.Meaning).AppendLine(" |");
            page.AppendLine();
        }

        return page.ToString();
    }
}
