using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>A grid of cells with names on the left and above, drawn by no axis: heat maps and walls.</summary>
internal static class Cells
{
    public const float RowHeight = 46;
    private const float Gap = 3;
    private const float MostNameWidth = 300;
    private const int MostHeadLines = 4;

    /// <summary>Room above the cells for the longest name, written in lines as narrow as its column.</summary>
    public static float HeadHeight(IReadOnlyList<Series> columns, float left) => columns.Max(series => Head(series, columns.Count, left).Count) * Sheet.Letter * Sheet.Leading + 8;

    public static float NameWidth(IReadOnlyList<Point> rows) => Math.Min(MostNameWidth, rows.Max(row => Lettering.Width(row.Label, Sheet.Letter))) + 14;

    public static void Draw(SKCanvas canvas, SKRect box, IReadOnlyList<Series> columns, IReadOnlyList<Point> rows, Action<Point, SKRect> cell)
    {
        var left = NameWidth(rows);
        var head = HeadHeight(columns, left);
        var width = (box.Width - left) / columns.Count;
        for (var column = 0; column < columns.Count; column++)
        {
            var lines = Head(columns[column], columns.Count, left);
            var x = box.Left + left + ((column + 0.5f) * width);
            for (var i = 0; i < lines.Count; i++)
                Lettering.Write(canvas, lines[i], x, box.Top + head - 10 - ((lines.Count - 1 - i) * Sheet.Letter * Sheet.Leading), Sheet.Letter, Ink.Text, SKTextAlign.Center);
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var y = box.Top + head + (row * RowHeight);
            Lettering.Write(canvas, Lettering.Fit(rows[row].Label, Sheet.Letter, MostNameWidth), box.Left + left - 14, Lettering.Baseline(y + (RowHeight / 2), Sheet.Letter), Sheet.Letter, Ink.Text, SKTextAlign.Right);
            for (var column = 0; column < columns.Count; column++)
                cell(columns[column].Points[row], SKRect.Create(box.Left + left + (column * width) + Gap, y + Gap, width - (2 * Gap), RowHeight - (2 * Gap)));
        }
    }

    /// <summary>Written as large as the cell allows, not at all when nothing readable fits.</summary>
    public static void Say(SKCanvas canvas, string text, SKRect cell, SKColor color)
    {
        var letter = Math.Min(Sheet.Letter, Sheet.Letter * (cell.Width - 4) / Math.Max(Lettering.Width(text, Sheet.Letter), 1));
        if (letter >= Sheet.Letter * 0.7f) Lettering.Write(canvas, text, cell.MidX, Lettering.Baseline(cell.MidY, letter), letter, color, SKTextAlign.Center);
    }

    private static IReadOnlyList<string> Head(Series series, int columns, float left)
    {
        // A word that all but fits stays in one line, and meets its neighbour's margin.
        var width = Math.Max(((Sheet.Inside - left) / columns) - 4, Sheet.Letter + 2);
        if (Lettering.Width(series.Label, Sheet.Letter) <= width + 10) return [series.Label];
        var lines = Balanced(series.Label, width);
        return lines.Count <= MostHeadLines ? lines : [.. lines.Take(MostHeadLines - 1), Lettering.Fit(lines[MostHeadLines - 1] + "…", Sheet.Letter, width)];
    }

    /// <summary>In as few lines as the width allows, the lines about as long as each other.</summary>
    private static IReadOnlyList<string> Balanced(string label, float width)
    {
        var lines = Lettering.Wrap(label, Sheet.Letter, width);
        var even = Lettering.Wrap(label, Sheet.Letter, Math.Min(width, (Lettering.Width(label, Sheet.Letter) / lines.Count) + (Sheet.Letter * 0.6f)));
        return even.Count == lines.Count ? even : lines;
    }
}
