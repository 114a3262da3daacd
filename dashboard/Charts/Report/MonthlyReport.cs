using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report;

/// <summary>One month's report for one recipient, before any office program's format: the document and the workbook are both made of this.</summary>
/// <param name="Recipient">Null for the whole.</param>
/// <param name="Blocks">The document from top to bottom.</param>
/// <param name="Tables">Every table, those the wording leaves out included: the workbook has them all.</param>
/// <param name="Figures">Likewise every figure.</param>
/// <param name="Notes">What holds for the report as a whole.</param>
/// <param name="Definitions">Each metric with its meaning, in the catalogue's order.</param>
public sealed record MonthlyReport(
    string Title,
    string Subtitle,
    ReportMonth Month,
    string? Recipient,
    CultureInfo Culture,
    IReadOnlyList<ReportBlock> Blocks,
    IReadOnlyList<ReportTable> Tables,
    IReadOnlyList<Figure> Figures,
    FigureNotes Notes,
    IReadOnlyList<ReportDefinition> Definitions);

public sealed record ReportDefinition(string Label, string Meaning);

public abstract record ReportBlock;

/// <param name="Level">From 1 to 3.</param>
public sealed record HeadingBlock(int Level, string Text) : ReportBlock;

public sealed record ParagraphBlock(string Text) : ReportBlock;

public sealed record TableBlock(ReportTable Table) : ReportBlock;

public sealed record FigureBlock(Figure Figure) : ReportBlock;

/// <summary>What follows begins on a page of its own.</summary>
public sealed record PageBlock : ReportBlock;

/// <param name="Key">Stable word, the same in every culture.</param>
/// <param name="MostRows">Rows the document shows; the workbook has all. Null: as many.</param>
public sealed record ReportTable(string Key, string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows, string Definition, int? MostRows = null);

/// <param name="Width">In Chinese letters.</param>
/// <param name="IsInDocument">A page is narrow: the others stand in the workbook only.</param>
public sealed record ReportColumn(string Label, double Width, bool IsInDocument = true);

/// <summary>How a cell of a workbook shows its number.</summary>
public enum CellKind
{
    Text,
    Count,

    /// <summary>A fraction shown as a percentage.</summary>
    Share,

    /// <summary>A difference of two shares, as a fraction, shown in percentage points.</summary>
    Points,
    Days,
    Day,
}

/// <param name="Value">A text, a double, a <see cref="DateOnly"/>, or null for what is not known.</param>
/// <param name="Text">The value as people read it.</param>
public readonly record struct ReportCell(CellKind Kind, object? Value, string Text)
{
    public static ReportCell Of(string? text) => new(CellKind.Text, text, text ?? "");

    public bool IsNumber => Kind is not CellKind.Text and not CellKind.Day;
}
