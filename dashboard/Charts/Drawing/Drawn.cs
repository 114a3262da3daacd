using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>Shapes placed by ScottPlot's axes and drawn by us, clipped to the data area.</summary>
internal sealed class Drawn(Action<SKCanvas, IAxes> draw) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp) => draw(rp.Canvas, Axes);
}
