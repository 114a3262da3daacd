using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>How many took how long, with the median and the P90 named.</summary>
internal static class DistributionDrawing
{
    private const float Height = 450;

    public static Body Make(Figure figure, Wording wording)
    {
        var series = figure.Drawn.First();
        return new(Height, [], (canvas, box) =>
        {
            var scale = ValueScale.For(figure);
            var places = NumericAxis.Places(series);
            var half = NumericAxis.Spacing(places) / 2;
            var panel = new Panel(NumericAxis.Across(places, scale.Max), TimeAxis.LeftRoom(scale, figure, wording), 12, NumericAxis.BelowAxis, 20);
            panel.ValuesUp(scale, value => wording.OnAxis(figure.Unit, value));
            panel.LabelsBelow([.. series.Points.Select((point, i) => (places[i], point.Tick))], panel.InsideWidth(box.Width));
            panel.Draw((drawn, axes) =>
            {
                for (var i = 0; i < places.Count; i++)
                {
                    var bar = new SKRect(axes.GetPixelX(places[i] - half) + 1, axes.GetPixelY(series.Points[i].Value ?? 0), axes.GetPixelX(places[i] + half) - 1, axes.GetPixelY(0));
                    Ink.Fill(drawn, bar, Ink.Of(series.Color), series.Mark is Mark.Outlined ? Pattern.Hatched : Pattern.Solid);
                }
            });
            panel.Markers(figure.Markers, Sheet.Letter);
            NumericAxis.Title(panel, canvas, box, figure);
        });
    }
}
