using System.Globalization;
using SafetyAnalytics.Charts.Report.Tables;
using SafetyAnalytics.Charts.Report.Phrasing;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report;

/// <summary>Makes one recipient's report of one month from one snapshot, in the words of one wording.</summary>
public static class ReportReading
{
    private static readonly string[] s_tables = ["headline", "sectors", "communities", "departments", "categories", "major", "overdue", "reporting", "periods", "requirements", "restatements", "regional"];

    /// <exception cref="ArgumentException">The snapshot has no such month, see <see cref="SnapshotInfo.FirstMonth"/>.</exception>
    /// <exception cref="WordingException">The wording names what does not exist.</exception>
    public static MonthlyReport Read(Snapshot snapshot, Recipient recipient, ReportMonth month, CultureInfo culture, WordingFile wording)
    {
        if (!(month >= snapshot.Info.FirstMonth && month <= snapshot.Info.LastMonth)) throw new ArgumentException($"The snapshot {snapshot.Info.Name} has no month {month}.", nameof(month));
        var source = new ReportSource(snapshot, recipient, month, culture);
        var (sectors, communities, departments, categories) = (source.By(Dimension.Sector), source.By(Dimension.Community), source.By(Dimension.Department), source.By(Dimension.Category));
        var figures = ReportFigures.Make(source, sectors, communities, departments, categories);
        ReportTable[] tables =
        [
            MetricTables.Headline(source),
            MetricTables.Members(source, "sectors", Dimension.Sector, sectors),
            MetricTables.Members(source, "communities", Dimension.Community, communities),
            MetricTables.Members(source, "departments", Dimension.Department, departments),
            MetricTables.Members(source, "categories", Dimension.Category, categories),
            HazardTables.Major(source),
            HazardTables.Overdue(source),
            OfficeTables.Reporting(source),
            OfficeTables.Periods(source),
            OfficeTables.Requirements(source),
            OfficeTables.Restatements(source),
            OfficeTables.Regional(source, communities, departments),
        ];
        var facts = new ReportFacts(source, figures);
        wording.Check(facts.Names, s_tables.ToHashSet(StringComparer.Ordinal), ReportFigures.Keys.ToHashSet(StringComparer.Ordinal));
        return new(
            First(wording, LineKind.Title, facts),
            First(wording, LineKind.Subtitle, facts),
            month,
            recipient.Name,
            culture,
            [.. Blocks(wording, facts, tables, figures, source)],
            tables,
            figures,
            source.Look.Notes("", source.Value("hazards_found")?.Value),
            [.. snapshot.Metrics.Select(metric => new ReportDefinition(source.Wording.Label(metric), source.Wording.Meaning(metric)))]);
    }

    private static IEnumerable<ReportBlock> Blocks(WordingFile wording, ReportFacts facts, IReadOnlyList<ReportTable> tables, IReadOnlyList<Figure> figures, ReportSource source)
    {
        var numbers = new HeadingNumbers(source.Words);
        foreach (var line in wording.Lines.Where(line => line.If is null || facts.Is(line.If) != line.IsNegated))
        {
            ReportBlock? block = line.Kind switch
            {
                LineKind.Heading1 or LineKind.Heading2 or LineKind.Heading3 => Heading(line, numbers, facts),
                LineKind.Paragraph => Paragraph(line, facts),
                LineKind.Table => Table(tables.First(table => table.Key == line.Text)),
                LineKind.Figure => figures.FirstOrDefault(figure => figure.Key == line.Text) is { } figure ? new FigureBlock(figure) : null,
                LineKind.Page => new PageBlock(),
                _ => null,
            };
            if (block is not null) yield return block;
        }
    }

    private static HeadingBlock Heading(WordingLine line, HeadingNumbers numbers, ReportFacts facts)
    {
        var level = line.Kind - LineKind.Heading1 + 1;
        return new(level, numbers.Next(level, Filled(line.Text, facts)));
    }

    /// <summary>A claim of a figure that is not there says nothing: the paragraph goes with it.</summary>
    private static ParagraphBlock? Paragraph(WordingLine line, ReportFacts facts) =>
        WordingFile.Placeholders(line.Text).Any(name => name.StartsWith("claim.", StringComparison.Ordinal) && !facts.Is(name)) ? null : new(Filled(line.Text, facts));

    private static TableBlock? Table(ReportTable table) => table.Rows.Count == 0 ? null : new(table);

    private static string First(WordingFile wording, LineKind kind, ReportFacts facts) => wording.Lines.FirstOrDefault(line => line.Kind == kind) is { } line ? Filled(line.Text, facts) : "";

    private static string Filled(string text, ReportFacts facts) => WordingFile.Fill(text, name => facts[name]);
}
