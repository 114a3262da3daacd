using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>
/// The numbers Word draws before list paragraphs, which stand nowhere in the text: several hazards in one cell, and the 序号 column, are often numbered this way.
/// Bullets and number forms not known here are left out.
/// </summary>
internal sealed class Lists
{
    private const int Levels = 9;

    /// <summary>A chain of styles longer than this is a circle.</summary>
    private const int StyleChain = 16;

    private readonly Dictionary<int, ListLevel?[]> patterns = [];
    private readonly Dictionary<int, ListUse> lists = [];
    private readonly Dictionary<string, (ParagraphProperties Own, string? BasedOn)> styles = [];
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int List, int Level)> begun = [];

    private Lists()
    {
    }

    /// <param name="part">The document, whose relationships lead to numbering and styles; both may be missing.</param>
    public static Lists Read(OfficePackage package, string part)
    {
        var read = new Lists();
        foreach (var relationship in package.RelationshipsOf(part))
        {
            if (!package.Has(relationship.Part)) continue;
            if (relationship.Kind == "numbering") read.ReadNumbering(package, relationship.Part);
            else if (relationship.Kind == "styles") read.ReadStyles(package, relationship.Part);
        }

        return read;
    }

    /// <summary>The number of the next paragraph, counted on; empty when it has none.</summary>
    public string Next(ParagraphProperties paragraph)
    {
        var (list, level) = Resolve(paragraph);
        if (list is not { } id || !lists.TryGetValue(id, out var use) || !patterns.TryGetValue(use.Pattern, out var pattern) || level is < 0 or >= Levels) return "";

        var counts = Count(id, level, use, pattern);
        if (LevelOf(use, pattern, level) is not { } shown) return "";
        return shown.Text(level, counts, depth => LevelOf(use, pattern, depth));
    }

    private static ListLevel? LevelOf(ListUse use, ListLevel?[] pattern, int level) => use.Levels[level] ?? pattern[level];

    private int?[] Count(int id, int level, ListUse use, ListLevel?[] pattern)
    {
        if (!counters.TryGetValue(use.Pattern, out var counts)) counters[use.Pattern] = counts = new int?[Levels];
        var start = use.Starts[level] ?? LevelOf(use, pattern, level)?.Start ?? 1;
        var isRestart = begun.Add((id, level)) && use.Starts[level] is not null;
        counts[level] = isRestart || counts[level] is not { } last ? start : last + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            if (LevelOf(use, pattern, deeper)?.NeverRestarts != true) counts[deeper] = null;
        }

        return counts;
    }

    private (int? List, int Level) Resolve(ParagraphProperties paragraph)
    {
        var (list, level, style) = (paragraph.List, paragraph.Level, paragraph.Style);
        for (var i = 0; i < StyleChain && list is null && style is not null && styles.TryGetValue(style, out var found); i++)
        {
            list = found.Own.List;
            level ??= found.Own.Level;
            style = found.BasedOn;
        }

        return (list, level ?? 0);
    }

    private void ReadNumbering(OfficePackage package, string part)
    {
        using var cursor = package.Open(part);
        cursor.ToRoot();
        while (cursor.NextChild(0))
        {
            if (cursor.Name == "abstractNum" && Paragraphs.Number(cursor.Attribute("abstractNumId")) is { } pattern) patterns[pattern] = ReadPattern(cursor);
            else if (cursor.Name == "num" && Paragraphs.Number(cursor.Attribute("numId")) is { } list) lists[list] = ReadUse(cursor);
        }

        cursor.Finish();
    }

    private static ListLevel?[] ReadPattern(XmlCursor cursor)
    {
        var levels = new ListLevel?[Levels];
        while (cursor.NextChild(1))
        {
            if (cursor.Name == "lvl" && LevelNumber(cursor) is { } level) levels[level] = ListLevel.Read(cursor);
        }

        return levels;
    }

    private static ListUse ReadUse(XmlCursor cursor)
    {
        var use = new ListUse();
        while (cursor.NextChild(1))
        {
            if (cursor.Name == "abstractNumId")
            {
                use.Pattern = Paragraphs.Number(cursor.Attribute("val")) ?? 0;
            }
            else if (cursor.Name == "lvlOverride" && LevelNumber(cursor) is { } level)
            {
                while (cursor.NextChild(2))
                {
                    if (cursor.Name == "startOverride") use.Starts[level] = Paragraphs.Number(cursor.Attribute("val"));
                    else if (cursor.Name == "lvl") use.Levels[level] = ListLevel.Read(cursor);
                }
            }
        }

        return use;
    }

    private static int? LevelNumber(XmlCursor cursor) => Paragraphs.Number(cursor.Attribute("ilvl")) is { } level and >= 0 and < Levels ? level : null;

    private void ReadStyles(OfficePackage package, string part)
    {
        using var cursor = package.Open(part);
        cursor.ToRoot();
        while (cursor.NextChild(0))
        {
            if (cursor.Name == "style" && cursor.Attribute("styleId") is { } style) styles[style] = ReadStyle(cursor);
        }

        cursor.Finish();
    }

    private static (ParagraphProperties Own, string? BasedOn) ReadStyle(XmlCursor cursor)
    {
        var own = new ParagraphProperties();
        string? basedOn = null;
        while (cursor.NextChild(1))
        {
            if (cursor.Name == "basedOn") basedOn = cursor.Attribute("val");
            else if (cursor.Name == "pPr") own = ParagraphProperties.Read(cursor);
        }

        return (own, basedOn);
    }

    /// <summary>A list in use: a pattern, with what it sets differently.</summary>
    private sealed class ListUse
    {
        public int Pattern { get; set; }

        public int?[] Starts { get; } = new int?[Lists.Levels];

        public ListLevel?[] Levels { get; } = new ListLevel?[Lists.Levels];
    }
}
