using System.Globalization;
using Microsoft.AspNetCore.Components;
using SafetyAnalytics.Charts;

namespace SafetyAnalytics.Web.Figures;

/// <summary>Bands and markers as SVG: each says its name when pointed at, and shows it where there is room.</summary>
internal static class AxisNotesDrawing
{
    private const double LetterWidth = 12;
    private const double LineHeight = 14;
    private const int Lines = 2;
    private const double LeastBand = 3;

    /// <param name="across">Pixels of a place on the category axis.</param>
    /// <param name="height">Of the drawing.</param>
    public static RenderFragment Of(Figure figure, Func<double, double> across, double height) => builder =>
    {
        var taken = new double[Lines];
        foreach (var band in figure.Bands)
        {
            var (left, right) = (across(band.From), across(band.To));
            var width = Math.Max(right - left, LeastBand);
            builder.OpenElement(0, "rect");
            Place(left, 0, "chart-band");
            builder.AddAttribute(4, "width", Text(width));
            builder.AddAttribute(5, "height", Text(height));
            Named(band.Label);
            builder.CloseElement();
            Write(band.Label, left, "chart-band-text");
        }

        foreach (var marker in figure.Markers)
        {
            var x = across(marker.At);
            builder.OpenElement(0, "rect");
            Place(x - 1, 0, "chart-marker");
            builder.AddAttribute(4, "width", "2");
            builder.AddAttribute(5, "height", Text(height));
            Named(marker.Label);
            builder.CloseElement();
            Write(marker.Label, x + 3, "chart-marker-text");
        }

        void Place(double x, double y, string kind)
        {
            builder.AddAttribute(1, "class", kind);
            builder.AddAttribute(2, "x", Text(x));
            builder.AddAttribute(3, "y", Text(y));
        }

        void Named(string label)
        {
            builder.OpenElement(6, "title");
            builder.AddContent(7, label);
            builder.CloseElement();
        }

        void Write(string label, double x, string kind)
        {
            var line = Array.FindIndex(taken, end => end <= x);
            if (line < 0) return;
            taken[line] = x + (label.Length * LetterWidth);
            builder.OpenElement(8, "text");
            Place(x, (line + 1) * LineHeight, kind);
            builder.AddContent(9, label);
            builder.CloseElement();
        }
    };

    private static string Text(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
