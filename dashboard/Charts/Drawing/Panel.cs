using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>One pair of axes in a fixed frame, lettered in our font. What is drawn on it clips to its inside.</summary>
internal sealed class Panel
{
    private const float TickGap = 14;

    private readonly PixelPadding _padding;
    private bool _hasBandNames;

    /// <param name="left">Room for labels on that side, in units of the sheet; so are the others.</param>
    public Panel(AxisLimits limits, float left, float right, float bottom, float top)
    {
        _padding = new PixelPadding(left, right, bottom, top);
        Plot.RenderManager.ClearCanvasBeforeEachRender = false;
        Plot.FigureBackground.Color = Colors.Transparent;
        Plot.DataBackground.Color = Colors.Transparent;
        Plot.Axes.SetLimits(limits);
        Plot.Axes.Margins(0, 0);
        Plot.Layout.Fixed(_padding);
        Plot.HideGrid();
        foreach (var axis in Plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontName = ChartFont.Family;
            axis.TickLabelStyle.FontSize = Sheet.Letter;
            axis.TickLabelStyle.ForeColor = Color.FromSKColor(Ink.Text);
            axis.MajorTickStyle.Length = 4;
            axis.MajorTickStyle.Color = Colors.Transparent;
            axis.MinorTickStyle.Length = 0;
            axis.FrameLineStyle.Width = 0;
            axis.SetTicks([], []);
        }
    }

    public Plot Plot { get; } = new();

    /// <summary>Room left for the inside of a panel drawn as wide as this.</summary>
    public float InsideWidth(float width) => width - _padding.Left - _padding.Right;

    public void Draw(Action<SKCanvas, IAxes> draw) => Plot.Add.Plottable(new Drawn(draw));

    /// <summary>Ticks and grid lines up the left side.</summary>
    public void ValuesUp(ValueScale scale, Func<double, string> text)
    {
        Plot.Axes.Left.SetTicks([.. scale.Ticks], [.. scale.Ticks.Select(tick => ChartFont.Covered(text(tick)))]);
        Draw((canvas, axes) =>
        {
            foreach (var tick in scale.Ticks) Ink.Line(canvas, axes.DataRect.Left, axes.GetPixelY(tick), axes.DataRect.Right, axes.GetPixelY(tick), tick == 0 ? Ink.Axis : Ink.Grid, 2);
        });
    }

    /// <summary>Ticks and grid lines along the bottom.</summary>
    public void ValuesAcross(ValueScale scale, Func<double, string> text)
    {
        Plot.Axes.Bottom.SetTicks([.. scale.Ticks], [.. scale.Ticks.Select(tick => ChartFont.Covered(text(tick)))]);
        Draw((canvas, axes) =>
        {
            foreach (var tick in scale.Ticks) Ink.Line(canvas, axes.GetPixelX(tick), axes.DataRect.Top, axes.GetPixelX(tick), axes.DataRect.Bottom, tick == 0 ? Ink.Axis : Ink.Grid, 2);
        });
    }

    /// <summary>Labels below the panel, as many as stand apart; those that must stay (a year's first month) stay.</summary>
    /// <param name="width">Of the inside.</param>
    public void LabelsBelow(IReadOnlyList<(double At, string Text)> labels, float width, Func<string, bool>? mustStay = null)
    {
        if (labels.Count == 0) return;
        var unit = width / Math.Max(Plot.Axes.Bottom.Max - Plot.Axes.Bottom.Min, double.Epsilon);
        var kept = new List<(double At, string Text)>();
        foreach (var label in labels.Where(label => mustStay?.Invoke(label.Text) == true)) Keep(label);
        var widest = labels.Max(label => Lettering.Width(label.Text, Sheet.Letter)) + TickGap;
        var distance = labels.Count > 1 ? (labels[^1].At - labels[0].At) / (labels.Count - 1) * unit : widest;
        var every = Math.Max(1, (int)Math.Ceiling(widest / Math.Max(distance, 1)));
        for (var i = 0; i < labels.Count; i += every) Keep(labels[i]);
        Plot.Axes.Bottom.TickGenerator = new NumericManual([.. kept.Select(label => label.At)], [.. kept.Select(label => ChartFont.Covered(label.Text))]);

        void Keep((double At, string Text) label)
        {
            var isFree = kept.All(other => Math.Abs(other.At - label.At) * unit >= ((Lettering.Width(other.Text, Sheet.Letter) + Lettering.Width(label.Text, Sheet.Letter)) / 2) + TickGap);
            if (isFree) kept.Add(label);
        }
    }

    /// <summary>Set-off stretches behind everything else, named where the name has room.</summary>
    public void Bands(IReadOnlyList<FigureBand> bands, float letter)
    {
        if (bands.Count == 0) return;
        _hasBandNames = bands.Any(band => band.Label.Length > 0);
        Draw((canvas, axes) =>
        {
            var free = axes.DataRect.Left;
            foreach (var band in bands.OrderBy(band => band.From))
            {
                var (left, right) = (axes.GetPixelX(band.From), axes.GetPixelX(band.To));
                using var paint = new SKPaint { Color = new SKColor(0xB8, 0xA0, 0x5A, 70), IsAntialias = true };
                canvas.DrawRect(left, axes.DataRect.Top, Math.Max(right - left, 3), axes.DataRect.Height, paint);
                var width = Lettering.Width(band.Label, letter);
                var start = Math.Clamp(((left + right) / 2) - (width / 2), axes.DataRect.Left, Math.Max(axes.DataRect.Left, axes.DataRect.Right - width));
                if (start < free) continue;
                Lettering.Write(canvas, band.Label, start, axes.DataRect.Top + letter, letter, Ink.Faint);
                free = start + width + TickGap;
            }
        });
    }

    /// <summary>Named places: a dashed stroke from top to bottom, the names on lines of their own where they would meet.</summary>
    public void Markers(IReadOnlyList<FigureMarker> markers, float letter)
    {
        if (markers.Count == 0) return;
        Draw((canvas, axes) =>
        {
            // The first line is the bands' when there are any.
            List<float> ends = _hasBandNames ? [float.MaxValue] : [];
            foreach (var marker in markers.OrderBy(marker => marker.At))
            {
                var x = axes.GetPixelX(marker.At);
                var width = Lettering.Width(marker.Label, letter);
                var start = x + 10 + width > axes.DataRect.Right ? x - 10 - width : x + 10;
                var line = ends.FindIndex(end => end < start);
                if (line < 0)
                {
                    line = ends.Count;
                    ends.Add(0);
                }

                ends[line] = Math.Max(x, start + width) + TickGap;
                Ink.Line(canvas, x, axes.DataRect.Top, x, axes.DataRect.Bottom, Ink.Text, 3, [12, 7]);
                Lettering.Write(canvas, marker.Label, start, axes.DataRect.Top + letter + (line * letter * Sheet.Leading), letter, Ink.Text);
            }
        });
    }

    public void Render(SKCanvas canvas, SKRect box)
    {
        canvas.Save();
        Plot.Render(canvas, new PixelRect(box.Left, box.Right, box.Bottom, box.Top));
        canvas.Restore();
    }
}
