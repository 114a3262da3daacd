using System.Globalization;
using System.Text;

namespace SafetyAnalytics.Notebooks;

/// <summary>Small charts as inline SVG: colours that colour-blind people tell apart, each series also told by its dashes, values from nought.</summary>
internal static class Drawing
{
    private const double Width = 900;
    private const double Height = 320;
    private const double Left = 56;
    private const double Bottom = 44;
    private const double Top = 30;

    private static readonly string[] s_colours = ["#0064a0", "#a63f00", "#00684c", "#6b2f8a", "#7a4b00"];
    private static readonly string[] s_dashes = ["", "7 4", "2 4", "9 3 2 3", "1 3"];

    /// <param name="bands">Spans behind the lines, by the labels they begin and end at.</param>
    public static string Lines(string title, IReadOnlyList<string> labels, IReadOnlyList<(string Name, IReadOnlyList<double?> Values)> series, IReadOnlyList<(int From, int To, string Name)>? bands = null)
    {
        var most = Most(series.SelectMany(one => one.Values));
        double X(double i) => Left + ((Width - Left - 20) * (labels.Count < 2 ? 0.5 : i / (labels.Count - 1)));
        var svg = Begin(title, most);
        foreach (var (from, to, name) in bands ?? [])
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{X(Math.Max(0, from - 0.5)):0.#}\" y=\"{Top}\" width=\"{X(Math.Min(labels.Count - 1, to + 0.5)) - X(Math.Max(0, from - 0.5)):0.#}\" height=\"{Height - Top - Bottom}\" fill=\"#f2e2d6\"><title>{NotebookPage.Text(name)}</title></rect>");
        for (var s = 0; s < series.Count; s++)
        {
            var path = new StringBuilder();
            for (var i = 0; i < labels.Count; i++)
                if (series[s].Values[i] is { } value) path.Append(CultureInfo.InvariantCulture, $"{(i == 0 || series[s].Values[i - 1] is null ? 'M' : 'L')}{X(i):0.#} {Y(value, most):0.#}");
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"none\" stroke=\"{s_colours[s % 5]}\" stroke-width=\"2.5\" stroke-dasharray=\"{s_dashes[s % 5]}\"/>");
            Legend(svg, s, series[s].Name);
        }

        var step = Math.Max(1, labels.Count / 12);
        for (var i = 0; i < labels.Count; i += step) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(i):0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{NotebookPage.Text(labels[i])}</text>");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>One bar a label, with its value.</summary>
    public static string Bars(string title, IReadOnlyList<string> labels, IReadOnlyList<double?> values)
    {
        var most = Most(values);
        var height = 40 + (26 * labels.Count);
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{NotebookPage.Text(title)}\" font-size=\"13\" fill=\"#1b2430\"><text x=\"0\" y=\"18\" font-weight=\"600\">{NotebookPage.Text(title)}</text>");
        for (var i = 0; i < labels.Count; i++)
        {
            var width = (values[i] ?? 0) / most * (Width - 330);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"190\" y=\"{50 + (26 * i)}\" text-anchor=\"end\">{NotebookPage.Text(labels[i])}</text><rect x=\"200\" y=\"{36 + (26 * i)}\" width=\"{width:0.#}\" height=\"18\" fill=\"{s_colours[0]}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{208 + width:0.#}\" y=\"{50 + (26 * i)}\">{(values[i] is { } value ? value.ToString("0.##", CultureInfo.InvariantCulture) : "—")}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Stairs, as a survival curve has them: a value holds until the next point. Shares from 0 to 1.</summary>
    public static string Steps(string title, double last, IReadOnlyList<(string Name, IReadOnlyList<(double At, double Share)> Points)> series)
    {
        double X(double at) => Left + ((Width - Left - 20) * Math.Min(1, at / last));
        var svg = Begin(title, 1);
        for (var s = 0; s < series.Count; s++)
        {
            var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{X(0):0.#} {Y(1, 1):0.#}");
            foreach (var (at, share) in series[s].Points.Where(point => point.At <= last)) path.Append(CultureInfo.InvariantCulture, $"H{X(at):0.#}V{Y(share, 1):0.#}");
            path.Append(CultureInfo.InvariantCulture, $"H{X(last):0.#}");
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"none\" stroke=\"{s_colours[s % 5]}\" stroke-width=\"2.5\" stroke-dasharray=\"{s_dashes[s % 5]}\"/>");
            Legend(svg, s, series[s].Name);
        }

        for (var at = 0.0; at <= last; at += Math.Max(1, last / 6)) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(at):0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{at:0}</text>");
        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder Begin(string title, double most)
    {
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{NotebookPage.Text(title)}\" font-size=\"13\" fill=\"#1b2430\"><text x=\"0\" y=\"16\" font-weight=\"600\">{NotebookPage.Text(title)}</text>");
        for (var i = 0; i <= 4; i++)
        {
            var y = Y(most * i / 4, most);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {y:0.#}H{Width - 20}\" stroke=\"#e6eaef\"/><text x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{most * i / 4:0.##}</text>");
        }

        return svg;
    }

    private static void Legend(StringBuilder svg, int place, string name) =>
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left + (165 * place)} {Height - 8}h28\" stroke=\"{s_colours[place % 5]}\" stroke-width=\"2.5\" stroke-dasharray=\"{s_dashes[place % 5]}\"/><text x=\"{Left + 34 + (165 * place)}\" y=\"{Height - 4}\">{NotebookPage.Text(name)}</text>");

    private static double Most(IEnumerable<double?> values) => Math.Max(values.Max() ?? 0, 1e-9);

    private static double Y(double value, double most) => Height - Bottom - ((Height - Top - Bottom) * value / most);
}
