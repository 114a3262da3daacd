using SafetyAnalytics.Charts.Drawing.Kinds;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>What stands around every drawing, laid out: nothing is clipped, the picture grows instead.</summary>
internal sealed class PictureFrame
{
    private const float Gap = 12;
    private const float KeyWidth = 46;
    private const float KeyGap = 34;

    private readonly Figure _figure;
    private readonly Body _body;
    private readonly IReadOnlyList<string> _title;
    private readonly IReadOnlyList<string> _claim;
    private readonly IReadOnlyList<string> _foot;
    private readonly IReadOnlyList<IReadOnlyList<LegendKey>> _legend;

    public PictureFrame(Figure figure, Wording wording)
    {
        _figure = figure;
        _body = figure.IsEmpty ? Nothing(wording) : Kind(figure, wording);
        _title = Lettering.Wrap(figure.Title, Sheet.Title, Sheet.Inside);
        _claim = Lettering.Wrap(figure.Claim, Sheet.Claim, Sheet.Inside);
        _foot = Foot([.. figure.Notes.Lines], wording.Phrases["NoteSeparator"]);
        var keys = _body.Legend.Prepend(new LegendKey(wording.Phrases.With("PictureUnit", figure.UnitLabel), (_, _) => { }));
        _legend = figure.IsEmpty ? [] : Rows([.. keys]);
        Height = (2 * Sheet.Margin) + Lines(_title, Sheet.Title) + Lines(_claim, Sheet.Claim) + (_legend.Count * Sheet.Letter * Sheet.Leading) + _body.Height + Lines(More, Sheet.Foot) + Lines(_foot, Sheet.Foot) + (3 * Gap);
    }

    public float Height { get; }

    public static IEnumerable<string> Texts(Figure figure) =>
    [
        figure.Title, figure.Claim, figure.CategoryTitle, figure.UnitLabel, .. figure.Notes.Lines,
        .. figure.Series.Select(series => series.Label), .. figure.Series.SelectMany(series => series.Points).SelectMany(point => new[] { point.Label, point.Tick, point.Text }),
        .. figure.Bands.Select(band => band.Label), .. figure.Markers.Select(marker => marker.Label), .. figure.States.SelectMany(state => new[] { state.Label, state.Glyph }),
    ];

    private IReadOnlyList<string> More => _body.More is { } more ? Lettering.Wrap(more, Sheet.Foot, Sheet.Inside) : [];

    public void Draw(SKCanvas canvas)
    {
        using (var white = new SKPaint { Color = SKColors.White }) canvas.DrawRect(0, 0, Sheet.Width, Height, white);
        var y = Sheet.Margin;
        y = Write(canvas, _title, y, Sheet.Title, Ink.Text, isBold: true);
        y = Write(canvas, _claim, y, Sheet.Claim, Ink.Text) + Gap;
        y = Keys(canvas, y);
        _body.Draw(canvas, SKRect.Create(Sheet.Margin, y, Sheet.Inside, _body.Height));
        y += _body.Height + Gap;
        y = Write(canvas, More, y, Sheet.Foot, Ink.Text);
        Ink.Line(canvas, Sheet.Margin, y, Sheet.Width - Sheet.Margin, y, Ink.Axis, 2);
        Write(canvas, _foot, y + Gap, Sheet.Foot, Ink.Faint);
    }

    private static Body Kind(Figure figure, Wording wording) => figure.Kind switch
    {
        FigureKind.StockAndFlow => StockAndFlowDrawing.Make(figure, wording),
        FigureKind.RankedBars => RankedBarsDrawing.Make(figure, wording),
        FigureKind.Ages => AgesDrawing.Make(figure, wording),
        FigureKind.HeatMap => HeatMapDrawing.Make(figure),
        FigureKind.TimeTrend => TimeTrendDrawing.Make(figure, wording),
        FigureKind.Distribution => DistributionDrawing.Make(figure, wording),
        FigureKind.SurvivalCurve => SurvivalDrawing.Make(figure, wording),
        FigureKind.Calibration => CalibrationDrawing.Make(figure, wording),
        FigureKind.SmallMultiples => SmallMultiplesDrawing.Make(figure, wording),
        FigureKind.Pareto => ParetoDrawing.Make(figure, wording),
        FigureKind.Wall => WallDrawing.Make(figure),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Kind, "Not a kind of figure."),
    };

    private static Body Nothing(Wording wording) => new(160, [], (canvas, box) =>
        Lettering.Write(canvas, wording.Phrases["PictureNothing"], box.MidX, Lettering.Baseline(box.MidY, Sheet.Claim), Sheet.Claim, Ink.Faint, SKTextAlign.Center));

    private static float Lines(IReadOnlyList<string> lines, float letter) => lines.Count * letter * Sheet.Leading;

    private static float Write(SKCanvas canvas, IReadOnlyList<string> lines, float y, float letter, SKColor color, bool isBold = false)
    {
        foreach (var line in lines)
        {
            Lettering.Write(canvas, line, Sheet.Margin, y + letter, letter, color, isBold: isBold);
            y += letter * Sheet.Leading;
        }

        return y;
    }

    /// <summary>Notes one after the other, one that would be torn apart on a line of its own.</summary>
    private static IReadOnlyList<string> Foot(IReadOnlyList<string> notes, string separator)
    {
        var lines = new List<string>();
        foreach (var note in notes)
        {
            var joined = lines.Count == 0 ? note : lines[^1] + separator + note;
            if (lines.Count > 0 && Lettering.Width(joined, Sheet.Foot) <= Sheet.Inside) lines[^1] = joined;
            else lines.AddRange(Lettering.Wrap(note, Sheet.Foot, Sheet.Inside));
        }

        return lines;
    }

    private static float WidthOf(LegendKey key, bool isUnit) => (isUnit ? 0 : KeyWidth + Gap) + Lettering.Width(key.Label, Sheet.Letter) + KeyGap;

    private static IReadOnlyList<IReadOnlyList<LegendKey>> Rows(IReadOnlyList<LegendKey> keys)
    {
        var rows = new List<List<LegendKey>> { new() };
        var used = 0f;
        foreach (var key in keys)
        {
            var width = WidthOf(key, key == keys[0]);
            if (used + width - KeyGap > Sheet.Inside && rows[^1].Count > 0)
            {
                rows.Add([]);
                used = 0;
            }

            rows[^1].Add(key);
            used += width;
        }

        return rows;
    }

    private float Keys(SKCanvas canvas, float y)
    {
        foreach (var row in _legend)
        {
            var x = Sheet.Margin;
            foreach (var key in row)
            {
                var isUnit = key == _legend[0][0];
                var start = isUnit ? x : x + KeyWidth + Gap;
                if (!isUnit) key.Draw(canvas, SKRect.Create(x, y + 5, KeyWidth, Sheet.Letter - 2));
                Lettering.Write(canvas, Lettering.Fit(key.Label, Sheet.Letter, Sheet.Inside - KeyWidth), start, y + Sheet.Letter, Sheet.Letter, isUnit ? Ink.Faint : Ink.Text);
                x += WidthOf(key, isUnit);
            }

            y += Sheet.Letter * Sheet.Leading;
        }

        return y;
    }
}
