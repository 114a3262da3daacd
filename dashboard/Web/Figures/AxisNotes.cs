using Microsoft.AspNetCore.Components;
using Radzen.Blazor;
using SafetyAnalytics.Charts;

namespace SafetyAnalytics.Web.Figures;

/// <summary>High-risk periods as labelled bands and stewards' words as markers, drawn by Radzen's own axes. Stands inside a series.</summary>
public sealed class AxisNotes : RadzenChartComponentBase, IChartSeriesOverlay, IDisposable
{
    private IChartSeries? _series;

    [Parameter]
    [EditorRequired]
    public Figure Figure { get; set; } = null!;

    /// <inheritdoc/>
    public bool Visible => Figure.Bands.Count + Figure.Markers.Count > 0;

    /// <inheritdoc/>
    public bool RenderOnTop => false;

    /// <summary>Given by the series around it.</summary>
    [CascadingParameter]
    public IChartSeries? Series
    {
        get => _series;
        set
        {
            if (_series == value || value is null) return;
            _series?.Overlays.Remove(this);
            _series = value;
            _series.Overlays.Add(this);
        }
    }

    /// <inheritdoc/>
    public RenderFragment Render(ScaleBase categoryScale, ScaleBase valueScale)
    {
        ArgumentNullException.ThrowIfNull(categoryScale);
        ArgumentNullException.ThrowIfNull(valueScale);
        return AxisNotesDrawing.Of(Figure, at => categoryScale.Scale(at, true), valueScale.Scale(0, true));
    }

    /// <inheritdoc/>
    public bool Contains(double mouseX, double mouseY, int tolerance) => false;

    /// <inheritdoc/>
    public RenderFragment RenderTooltip(double mouseX, double mouseY) => _ => { };

    /// <inheritdoc/>
    public Radzen.Blazor.Point GetTooltipPosition(double mouseX, double mouseY) => new();

    /// <inheritdoc/>
    public void Dispose() => _series?.Overlays.Remove(this);

    /// <inheritdoc/>
    protected override bool ShouldRefreshChart(ParameterView parameters) => DidParameterChange(parameters, nameof(Figure), Figure);
}
