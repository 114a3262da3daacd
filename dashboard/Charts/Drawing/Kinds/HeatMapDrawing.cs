namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>A shade and a number where a category meets a series.</summary>
internal static class HeatMapDrawing
{
    public static Body Make(Figure figure)
    {
        var columns = figure.Drawn.ToList();
        var rows = columns[0].Points;
        var highest = columns.SelectMany(series => series.Points).Max(point => point.Value) ?? 0;
        return new(Cells.HeadHeight(columns, Cells.NameWidth(rows)) + (rows.Count * Cells.RowHeight), [], (canvas, box) =>
            Cells.Draw(canvas, box, columns, rows, (point, cell) =>
            {
                var shade = Ink.Shade(highest > 0 ? (point.Value ?? 0) / highest : 0);
                Ink.Fill(canvas, cell, shade, Pattern.Solid);
                if (point.Value is null or > 0) Cells.Say(canvas, point.Text, cell, Ink.On(shade));
            }));
    }
}
