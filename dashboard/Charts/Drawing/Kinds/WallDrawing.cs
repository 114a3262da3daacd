namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>What each sender has done about each month: a letter and a fill, then a colour.</summary>
internal static class WallDrawing
{
    public static Body Make(Figure figure)
    {
        var columns = figure.Drawn.ToList();
        var rows = columns[0].Points;
        return new(
            Cells.HeadHeight(columns, Cells.NameWidth(rows)) + (rows.Count * Cells.RowHeight),
            [
                .. figure.States.Select(state => new LegendKey(state.Label, (canvas, box) =>
                {
                    Ink.Fill(canvas, box, Ink.Of(state.Color), state.IsDark ? Pattern.Solid : Pattern.Outlined);
                    Cells.Say(canvas, state.Glyph, box, state.IsDark ? Ink.On(Ink.Of(state.Color)) : Ink.Text);
                })),
            ],
            (canvas, box) => Cells.Draw(canvas, box, columns, rows, (point, cell) =>
            {
                if (point.Value is not { } value) return;
                var state = figure.States[(int)value - 1];
                Ink.Fill(canvas, cell, Ink.Of(state.Color), state.IsDark ? Pattern.Solid : Pattern.Outlined);
                Cells.Say(canvas, state.Glyph, cell, state.IsDark ? Ink.On(Ink.Of(state.Color)) : Ink.Text);
            }));
    }
}
