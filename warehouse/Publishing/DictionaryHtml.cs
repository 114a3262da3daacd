using System.Net;
using System.Text;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Publishing;

/// <summary>The same dictionary as one page for a browser, searchable, complete in itself: it opens from a folder or a memory stick.</summary>
public static class DictionaryHtml
{
    public const string FileName = "dictionary.html";

    private const string Head =
        """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>数据字典 · Data dictionary</title>
        <style>
        body { font: 16px/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, sans-serif; color: #1b2430; background: #f4f6f8; margin: 0; }
        main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
        input { font: inherit; width: min(100%, 30rem); padding: .4rem .6rem; border: 1px solid #8a95a3; border-radius: .4rem; }
        article { background: #fff; border: 1px solid #d9dee5; border-radius: .6rem; padding: .8rem 1rem; margin: .8rem 0; overflow-x: auto; }
        article[hidden] { display: none; }
        h3 { margin: 0 0 .3rem; overflow-wrap: anywhere; }
        p { margin: .3rem 0; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #d9dee5; }
        code, pre { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
        code { overflow-wrap: anywhere; }
        pre { background: #f4f6f8; padding: .75rem; overflow-x: auto; }
        summary { cursor: pointer; color: #0064a0; }
        </style>
        </head>
        <body>
        <main>
        """;

    private const string Search =
        """
        <script>
        const articles = [...document.querySelectorAll('article')];
        const search = document.querySelector('input');
        const told = document.querySelector('[role=status]');
        search.addEventListener('input', () => {
          const words = search.value.toLowerCase().split(/[\s\u3000]+/).filter(word => word);
          let shown = 0;
          for (const article of articles) {
            article.hidden = !words.every(word => article.textContent.toLowerCase().includes(word));
            if (!article.hidden) shown++;
          }
          told.textContent = shown + ' / ' + articles.length;
        });
        </script>
        """;

    public static string Write(DictionaryContent dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        var page = new StringBuilder(Head).AppendLine();
        page.Append("<h1>数据字典 · Data dictionary</h1>\n<p>快照 · Snapshot <code>").Append(Text(dictionary.SnapshotName)).AppendLine("</code></p>");
        page.AppendLine("<p><label>查找 · Search <input type=\"search\"></label> <span role=\"status\" aria-live=\"polite\"></span></p>");
        page.AppendLine("<h2>指标 · Metrics</h2>");
        foreach (var metric in dictionary.Metrics) Metric(page, metric);
        page.AppendLine("<h2>表 · Tables</h2>");
        foreach (var table in dictionary.Tables) Table(page, dictionary, table);
        page.AppendLine("<h2>未公布的表 · Relations that are not published</h2>");
        foreach (var relation in dictionary.Relations.Values.Where(one => one.Layer is not "mart").OrderBy(one => one.Name, StringComparer.Ordinal)) Relation(page, relation);
        return page.Append("</main>\n").Append(Search).Append("\n</body>\n</html>\n").ToString();
    }

    private static void Metric(StringBuilder page, MetricEntry metric)
    {
        page.Append("<article id=\"metric-").Append(Text(metric.Key)).Append("\"><h3>").Append(Text($"{metric.Key} · {metric.LabelZh} · {metric.LabelEn}")).AppendLine("</h3>");
        page.Append("<p>").Append(Text(metric.MeaningZh)).Append("</p><p>").Append(Text(metric.MeaningEn)).AppendLine("</p>");
        page.Append("<p>unit <code>").Append(Text(metric.Unit)).Append("</code> · additive <code>").Append(Text(metric.Additive)).Append("</code> · good <code>").Append(Text(metric.Direction)).AppendLine("</code></p>");
        page.Append("<p><code>").Append(Text(metric.Question)).AppendLine("</code></p></article>");
    }

    private static void Table(StringBuilder page, DictionaryContent dictionary, TableEntry table)
    {
        page.Append("<article id=\"").Append(Text(table.Name)).Append("\"><h3>").Append(Text(table.Name)).AppendLine("</h3>");
        if (table.Relation is { } relation)
        {
            page.Append("<p>").Append(Text(relation.Grain ?? "")).AppendLine("</p>");
            if (relation.Key.Length > 0) page.Append("<p>键 · key <code>").Append(Text(relation.Key)).AppendLine("</code></p>");
            if (relation.Notes.Length > 0) page.Append("<p>").Append(Text(relation.Notes)).AppendLine("</p>");
        }

        page.AppendLine("<table><thead><tr><th scope=\"col\">列 · column</th><th scope=\"col\">类型 · type</th><th scope=\"col\">单位 · unit</th><th scope=\"col\">含义 · meaning</th></tr></thead><tbody>");
        foreach (var column in table.Columns)
            page.Append("<tr><th scope=\"row\"><code>").Append(Text(column.Name)).Append("</code></th><td>").Append(Text(column.Type)).Append("</td><td>").Append(Text(column.Unit)).Append("</td><td>").Append(Text(column.MeaningZh)).Append("<br>").Append(Text(column.MeaningEn)).AppendLine("</td></tr>");
        page.AppendLine("</tbody></table>");
        var lineage = dictionary.Lineage(table.Name);
        if (lineage.Count > 0) page.Append("<p>来自 · made from: ").Append(string.Join(", ", lineage.Select(one => $"<a href=\"#{Text(one.Name)}\">{Text(one.Name)}</a>"))).AppendLine("</p>");
        if (table.Relation?.Sql is { } sql) page.Append("<details><summary>SQL</summary><pre><code>").Append(Text(sql)).AppendLine("</code></pre></details>");
        page.AppendLine("</article>");
    }

    private static void Relation(StringBuilder page, RelationEntry relation)
    {
        page.Append("<article id=\"").Append(Text(relation.Name)).Append("\"><h3>").Append(Text(relation.Name)).Append("</h3><p>").Append(Text(relation.Grain ?? relation.Layer)).AppendLine("</p>");
        if (relation.Reads.Count > 0) page.Append("<p>来自 · made from: ").Append(string.Join(", ", relation.Reads.Select(one => $"<a href=\"#{Text(one)}\">{Text(one)}</a>"))).AppendLine("</p>");
        if (relation.Sql is { } sql) page.Append("<details><summary>SQL</summary><pre><code>").Append(Text(sql)).AppendLine("</code></pre></details>");
        page.AppendLine("</article>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
