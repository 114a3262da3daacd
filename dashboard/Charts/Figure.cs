using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts;

/// <summary>
/// What is shown, whoever draws it: the page, a picture file, a report, a table all take the same one and so cannot disagree.
/// Texts are in one culture, numbers are unformatted beside their text.
/// </summary>
/// <param name="Key">Stable word, the same in every culture: names the picture's file and its place on the page.</param>
/// <param name="Claim">One sentence that says in words what the numbers say.</param>
/// <param name="CategoryTitle">What a category is (month, sector, …): the header of the table's first column.</param>
/// <param name="UnitLabel">What one is: the title of the value axis.</param>
/// <param name="Series">In drawing order; all have a point for each category, in the same order.</param>
public sealed record Figure(
    string Key,
    string Title,
    string Claim,
    string CategoryTitle,
    string UnitLabel,
    FigureOrder Order,
    IReadOnlyList<Series> Series,
    FigureNotes Notes)
{
    /// <summary>Nothing to draw: no series has a value other than nought.</summary>
    public bool IsEmpty => Series.All(series => series.Points.All(point => point.Value is null or 0));

    /// <summary>The series a picture draws; the others are for the table only.</summary>
    public IEnumerable<Series> Drawn => Series.Where(series => series.Mark is not Mark.TableOnly);
}

/// <summary>Why the categories stand in the order they do.</summary>
public enum FigureOrder
{
    /// <summary>Earliest first: drawn as columns and lines, left to right.</summary>
    Time,

    /// <summary>Largest first, unknown members last: drawn as bars, top to bottom.</summary>
    Value,

    /// <summary>The categories' own order: drawn as bars, top to bottom.</summary>
    Own,
}

public enum Mark
{
    Solid,

    /// <summary>An outlined shape, told from a solid one without colour.</summary>
    Outlined,
    Line,
    TableOnly,
}

/// <param name="Key">The metric or the column behind it.</param>
/// <param name="Color">A colour of <see cref="Palette"/>.</param>
public sealed record Series(string Key, string Label, Mark Mark, string Color, IReadOnlyList<Point> Points);

/// <param name="Category">The member as the data has it.</param>
/// <param name="Label">The member as people read it.</param>
/// <param name="Tick">A shorter label where an axis is crowded; not unique.</param>
/// <param name="Value">Null when it cannot be computed.</param>
/// <param name="Text">The value as people read it, a dash for null.</param>
/// <param name="Rows">The hazards behind it, exactly; null when they cannot be listed.</param>
public sealed record Point(string Category, string Label, string Tick, double? Value, string Text, HazardSelection? Rows);

/// <summary>What must stand beside the picture wherever it goes, each a ready sentence.</summary>
/// <param name="Undeterminable">Null when nothing had to be left out.</param>
public sealed record FigureNotes(string Filters, string Definition, string AsOf, string Count, string? Undeterminable, string Snapshot)
{
    public IEnumerable<string> Lines => new[] { Filters, Definition, AsOf, Count, Undeterminable, Snapshot }.OfType<string>();
}
