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
    public FigureKind Kind { get; init; } = Order is FigureOrder.Time ? FigureKind.StockAndFlow : FigureKind.RankedBars;

    /// <summary>What the numbers on the value axis are.</summary>
    public MetricUnit Unit { get; init; } = MetricUnit.Count;

    /// <summary>Stretches of the category axis that are set off: high-risk periods.</summary>
    public IReadOnlyList<FigureBand> Bands { get; init; } = [];

    /// <summary>Places on the category axis that are named: a median, a decision, a change of method.</summary>
    public IReadOnlyList<FigureMarker> Markers { get; init; } = [];

    /// <summary>Only of a wall: what its cells can say. A point's value is the place in this list, from 1.</summary>
    public IReadOnlyList<FigureState> States { get; init; } = [];

    /// <summary>What the categories are members of: a click on one narrows the page to it. Null where nothing can be narrowed by them.</summary>
    public Dimension? Of { get; init; }

    /// <summary>Only of a heat map: what its series are members of.</summary>
    public Dimension? Across { get; init; }

    /// <summary>The hazards of the whole figure; null when they cannot be listed.</summary>
    public HazardSelection? Rows { get; init; }

    /// <summary>How its numbers are asked of the snapshot, for a person to read and to try; null when that is not told.</summary>
    public string? Sql { get; init; }

    /// <summary>Nothing to draw: no series has a value other than nought.</summary>
    public bool IsEmpty => Series.All(series => series.Points.All(point => point.Value is null or 0));

    /// <summary>The series a picture draws; the others are for the table only.</summary>
    public IEnumerable<Series> Drawn => Series.Where(series => series.Mark is not Mark.TableOnly);
}

/// <summary>Which picture is drawn of it.</summary>
public enum FigureKind
{
    /// <summary>Columns for flows, a line for the stock.</summary>
    StockAndFlow,

    /// <summary>One bar a category, with a <see cref="Mark.Target"/> across it.</summary>
    RankedBars,

    /// <summary>A few classes in their own order, each darker than the one before.</summary>
    Ages,

    /// <summary>Categories down, series across, a shade and a number in each cell.</summary>
    HeatMap,

    /// <summary>Lines over months, their spans (<see cref="Point.Low"/>, <see cref="Point.High"/>) as bands.</summary>
    TimeTrend,

    /// <summary>Columns over a numeric axis (<see cref="Point.At"/> is a column's middle), with markers at its median and P90.</summary>
    Distribution,

    /// <summary>Steps over a numeric axis, with their spans.</summary>
    SurvivalCurve,

    /// <summary>What was foretold (<see cref="Point.At"/>) against what came (value), both from 0 to 1, with its spans and the diagonal.</summary>
    Calibration,

    /// <summary>One small picture a series, all on one scale.</summary>
    SmallMultiples,

    /// <summary>Bars, largest first, and a second series with their share so far on an axis from 0 to 1.</summary>
    Pareto,

    /// <summary>Categories down, series across, a <see cref="FigureState"/> in each cell.</summary>
    Wall,
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

    /// <summary>What should be reached: a stroke across the bar.</summary>
    Target,
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
public sealed record Point(string Category, string Label, string Tick, double? Value, string Text, HazardSelection? Rows)
{
    /// <summary>Of a member of a dimension.</summary>
    public static Point Of(Wording wording, string member, double? value, string text, HazardSelection? rows) => new(member, wording.Member(member), wording.Member(member), value, text, rows);

    /// <summary>Its place on a numeric axis; null where categories stand side by side.</summary>
    public double? At { get; init; }

    /// <summary>The lower end of what the value may be; null when it is exact. So is <see cref="High"/>.</summary>
    public double? Low { get; init; }

    public double? High { get; init; }
}

/// <summary>In categories from 0: the first stands from −0.5 to 0.5. On a numeric axis in its own unit.</summary>
public sealed record FigureBand(double From, double To, string Label);

/// <summary>A place counted as in <see cref="FigureBand"/>.</summary>
public sealed record FigureMarker(double At, string Label);

/// <param name="Glyph">One letter that says it without colour.</param>
/// <param name="IsDark">The cell is filled with its colour, else outlined.</param>
public sealed record FigureState(string Key, string Label, string Glyph, string Color, bool IsDark);

/// <summary>What must stand beside the picture wherever it goes, each a ready sentence.</summary>
/// <param name="Undeterminable">Null when nothing had to be left out.</param>
public sealed record FigureNotes(string Filters, string Definition, string AsOf, string Count, string? Undeterminable, string Snapshot)
{
    public IEnumerable<string> Lines => new[] { Filters, Definition, AsOf, Count, Undeterminable, Snapshot }.OfType<string>();
}
