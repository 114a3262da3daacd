using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>One small picture a series, three in a row, all on one scale so that heights can be compared.</summary>
internal static class SmallMultiplesDrawing
{
    private const int Across = 3;
    private const int MostPanels = 18;
    private const float PanelHeight = 200;
    private const float Gap = 22;

    public static Body Make(Figure figure, Wording wording)
    {
        var shown = figure.Drawn.Take(MostPanels).ToList();
        var hidden = figure.Drawn.Count() - shown.Count;
        return new(
            (shown.Count + Across - 1) / Across * PanelHeight,
            [.. TimeAxis.BandKey(figure, wording)],
            (canvas, box) => Draw(canvas, box, figure, wording, shown),
            hidden > 0 ? wording.Phrases.With("PictureMore", wording.Count(hidden)) : null);
    }

    private static void Draw(SKCanvas canvas, SKRect box, Figure figure, Wording wording, IReadOnlyList<Series> shown)
    {
        var highest = shown.SelectMany(series => series.Points).Max(point => point.Value) ?? 0;
        var fine = ValueScale.For(highest, figure.Unit);

        // Two grid lines are enough in so small a picture.
        var scale = new ValueScale(fine.Max, fine.Max / 2);
        if (figure.Unit is Warehouse.Reading.MetricUnit.Count && fine.Max % 2 != 0) scale = new ValueScale(fine.Max, fine.Max);
        var left = TimeAxis.LeftRoom(scale, figure, wording);
        var width = (box.Width - ((Across - 1) * Gap)) / Across;
        for (var i = 0; i < shown.Count; i++)
        {
            var at = SKRect.Create(box.Left + (i % Across * (width + Gap)), box.Top + (i / Across * PanelHeight), width, PanelHeight);
            One(canvas, at, figure, wording, shown[i], scale, left);
        }
    }

    private static void One(SKCanvas canvas, SKRect box, Figure figure, Wording wording, Series series, ValueScale scale, float left)
    {
        const float Head = 40;
        var count = series.Points.Count;
        var panel = new Panel(new AxisLimits(-0.5, count - 0.5, 0, scale.Max), left, 4, 42, Head);
        panel.Bands([.. figure.Bands.Select(band => band with { Label = "" })], Sheet.Letter);
        panel.ValuesUp(scale, value => wording.OnAxis(figure.Unit, value));
        panel.LabelsBelow(TimeAxis.Labels(figure), panel.InsideWidth(box.Width), TimeAxis.IsYear);
        panel.Draw((drawn, axes) =>
        {
            for (var i = 0; i < count; i++)
            {
                if (series.Points[i].Value is { } value) Ink.Fill(drawn, new SKRect(axes.GetPixelX(i - 0.4), axes.GetPixelY(value), axes.GetPixelX(i + 0.4), axes.GetPixelY(0)), Ink.Of(series.Color), Pattern.Solid);
            }
        });
        panel.Render(canvas, box);
        Lettering.Write(canvas, Lettering.Fit(series.Label, Sheet.Letter, box.Width - left), box.Left + left, box.Top + Sheet.Letter, Sheet.Letter, Ink.Text, isBold: true);
    }
}
