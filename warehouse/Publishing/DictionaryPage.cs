using System.Text;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Publishing;

/// <summary>The data dictionary of a snapshot as a page of Markdown: what each table's row is, what each column means, how each metric is computed, and the way back to the files.</summary>
public static class DictionaryPage
{
    public const string FileName = "dictionary.md";

    internal static DictionaryContent Read(DuckDBConnection connection, string snapshotName) => DictionaryContent.Read(snapshotName, (sql, map) => connection.Rows(sql, map));

    public static string Write(DictionaryContent dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        var page = new StringBuilder();
        page.AppendLine("# 数据字典 · Data dictionary").AppendLine();
        page.Append("快照 · Snapshot `").Append(dictionary.SnapshotName).AppendLine("`").AppendLine();
        page.AppendLine("## 指标 · Metrics").AppendLine();
        foreach (var metric in dictionary.Metrics)
        {
            page.Append("### ").Append(metric.Key).Append(" · ").Append(metric.LabelZh).Append(" · ").AppendLine(metric.LabelEn).AppendLine();
            page.AppendLine(metric.MeaningZh).AppendLine().AppendLine(metric.MeaningEn).AppendLine();
            page.Append("unit `").Append(metric.Unit).Append("` · additive `").Append(metric.Additive).Append("` · good `").Append(metric.Direction).AppendLine("`").AppendLine();
            page.Append('`').Append(metric.Question).AppendLine("`").AppendLine();
        }

        page.AppendLine("## 表 · Tables").AppendLine();
        foreach (var table in dictionary.Tables) Table(page, dictionary, table);
        page.AppendLine("## 未公布的表 · Relations that are not published").AppendLine();
        foreach (var relation in dictionary.Relations.Values.Where(one => one.Layer is not "mart").OrderBy(one => one.Name, StringComparer.Ordinal)) Sql(page, "### " + relation.Name, relation);
        return page.ToString();
    }

    private static void Table(StringBuilder page, DictionaryContent dictionary, TableEntry table)
    {
        page.Append("### ").AppendLine(table.Name).AppendLine();
        if (table.Relation is { } relation)
        {
            page.AppendLine(relation.Grain).AppendLine();
            if (relation.Key.Length > 0) page.Append("键 · key `").Append(relation.Key).AppendLine("`").AppendLine();
            if (relation.Notes.Length > 0) page.AppendLine(relation.Notes).AppendLine();
        }

        page.AppendLine("| 列 · column | 类型 · type | 单位 · unit | 含义 · meaning |").AppendLine("|---|---|---|---|");
        foreach (var column in table.Columns) page.Append("| ").Append(column.Name).Append(" | ").Append(column.Type).Append(" | ").Append(column.Unit).Append(" | ").Append(column.MeaningZh).Append(" · ").Append(column.MeaningEn).AppendLine(" |");
        page.AppendLine();
        var lineage = dictionary.Lineage(table.Name);
        if (lineage.Count > 0) page.Append("来自 · made from: ").AppendLine(string.Join(", ", lineage.Select(one => $"`{one.Name}`"))).AppendLine();
        if (table.Relation is { Sql: not null } made) Sql(page, "#### SQL", made);
    }

    private static void Sql(StringBuilder page, string title, RelationEntry relation)
    {
        page.AppendLine(title).AppendLine();
        if (relation.Sql is null) page.Append('`').Append(relation.Layer).AppendLine("`").AppendLine();
        else page.AppendLine("```sql").AppendLine(relation.Sql).AppendLine("```").AppendLine();
    }
}
