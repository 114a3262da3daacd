using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Charts.Report.Phrasing;

/// <summary>One line of a wording: what it is and, where it has one, the fact it depends on.</summary>
internal sealed record WordingLine(int Number, LineKind Kind, string Text, string? If = null, bool IsNegated = false);

internal enum LineKind
{
    Title,
    Subtitle,
    Heading1,
    Heading2,
    Heading3,
    Paragraph,
    Table,
    Figure,
    Page,
}

/// <summary>
/// The report's words as a steward edits them, understood and checked line by line. The built-in files explain the format in their first lines;
/// <c>report.zh-CN.txt</c> or <c>report.en-US.txt</c> in another folder takes a built-in one's place.
/// </summary>
public sealed partial class WordingFile
{
    private WordingFile(string name, IReadOnlyList<WordingLine> lines) => (Name, Lines) = (name, lines);

    /// <summary>Where it was read, for messages.</summary>
    public string Name { get; }

    internal IReadOnlyList<WordingLine> Lines { get; }

    /// <param name="folder">Looked in first; null for the built-in wording.</param>
    /// <exception cref="WordingException">A line is not understood.</exception>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public static WordingFile Load(string? folder, CultureInfo culture)
    {
        var name = $"report.{(culture.TwoLetterISOLanguageName == "zh" ? "zh-CN" : "en-US")}.txt";
        var own = folder is null ? null : Path.Combine(folder, name);
        if (own is not null && File.Exists(own)) return Parse(own, File.ReadAllText(own));
        using var stream = typeof(WordingFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return Parse(name, reader.ReadToEnd());
    }

    /// <exception cref="WordingException">A line is not understood; all such lines are named together.</exception>
    public static WordingFile Parse(string name, string text)
    {
        var problems = new List<WordingProblem>();
        var lines = new List<WordingLine>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Trim() is not { Length: > 0 } trimmed || trimmed.StartsWith("//", StringComparison.Ordinal)) continue;
            if (Understand(number, trimmed) is { } understood) lines.Add(understood);
            else problems.Add(new(number, "Wording_line", trimmed));
        }

        return problems.Count == 0 ? new(name, lines) : throw new WordingException(name, problems);
    }

    /// <summary>Names that do not exist, of facts, tables and figures.</summary>
    /// <exception cref="WordingException">There is one; all are named together.</exception>
    internal void Check(IReadOnlySet<string> facts, IReadOnlySet<string> tables, IReadOnlySet<string> figures)
    {
        var problems = new List<WordingProblem>();
        foreach (var line in Lines)
        {
            if (line.Kind is LineKind.Table && !tables.Contains(line.Text)) problems.Add(new(line.Number, "Wording_table", line.Text, string.Join(", ", tables.Order(StringComparer.Ordinal))));
            if (line.Kind is LineKind.Figure && !figures.Contains(line.Text)) problems.Add(new(line.Number, "Wording_figure", line.Text, string.Join(", ", figures.Order(StringComparer.Ordinal))));
            if (line.Kind is LineKind.Table or LineKind.Figure or LineKind.Page) continue;
            foreach (var name in Placeholders(line.Text).Append(line.If).OfType<string>().Where(name => !facts.Contains(name)))
                problems.Add(new(line.Number, "Wording_fact", name, string.Join(", ", facts.Order(StringComparer.Ordinal))));
        }

        if (problems.Count > 0) throw new WordingException(Name, problems);
    }

    internal static string Fill(string text, Func<string, string> value) => Hole().Replace(text, match => value(match.Groups[1].Value));

    internal static IEnumerable<string> Placeholders(string text) => Hole().Matches(text).Select(match => match.Groups[1].Value);

    private static WordingLine? Understand(int number, string line)
    {
        if (line.StartsWith("title:", StringComparison.Ordinal)) return new(number, LineKind.Title, line[6..].Trim());
        if (line.StartsWith("subtitle:", StringComparison.Ordinal)) return new(number, LineKind.Subtitle, line[9..].Trim());
        if (Heading().Match(line) is { Success: true } heading) return new(number, LineKind.Heading1 + heading.Groups[1].Length - 1, heading.Groups[2].Value);
        if (line[0] == '[') return line == "[page]" ? new(number, LineKind.Page, "") : Insert().Match(line) is { Success: true } insert ? new(number, insert.Groups[1].Value == "table" ? LineKind.Table : LineKind.Figure, insert.Groups[2].Value) : null;
        if (line[0] is not ('?' or '!')) return line.Count(letter => letter == '{') == Hole().Count(line) ? new(number, LineKind.Paragraph, line) : null;
        return Condition().Match(line) is { Success: true } condition && line.Count(letter => letter == '{') == Hole().Count(line) ? new(number, LineKind.Paragraph, condition.Groups[3].Value, condition.Groups[2].Value, condition.Groups[1].Value == "!") : null;
    }

    [GeneratedRegex(@"\{([a-z0-9_.\-]+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^(={1,3})\s*([^=].*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\[(table|figure)\s+([a-z0-9\-]+)\]$")]
    private static partial Regex Insert();

    [GeneratedRegex(@"^([?!])\s*([a-z0-9_.\-]+)\s*[:：]\s*(.+)$")]
    private static partial Regex Condition();
}

/// <param name="Key">Of the report's words: what is wrong.</param>
/// <param name="Known">What would be right; null where no list says it.</param>
public sealed record WordingProblem(int Line, string Key, string Text, string? Known = null);

/// <summary>A wording names what does not exist, or has a line that is no line of a wording.</summary>
public sealed class WordingException(string file, IReadOnlyList<WordingProblem> problems) : Exception($"{file}: {string.Join("; ", problems.Select(problem => $"line {problem.Line}: {problem.Text}"))}")
{
    /// <summary>All problems in words, a line each.</summary>
    public string Describe(CultureInfo culture)
    {
        var words = new Phrases(ReportWords.Resources, culture);
        return string.Join('\n', problems.Select(problem => words.With(problem.Key, file, problem.Line, problem.Text, problem.Known ?? "")));
    }
}
