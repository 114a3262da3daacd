namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>What the learned model says of a text.</summary>
/// <param name="Category">Null when the text holds nothing the model has ever seen.</param>
/// <param name="Probability">Calibrated: of answers with 0.8, about eight in ten are right.</param>
/// <param name="IsCertain">As likely right as the model promises for certain answers (<see cref="TextModel.CertainPrecision"/>).</param>
/// <param name="Reasons">The sequences that spoke for it the most, in the order of their weight.</param>
public sealed record TextGuess(string? Category, double Probability, bool IsCertain, IReadOnlyList<string> Reasons)
{
    public static TextGuess None { get; } = new(null, 0, false, []);
}

/// <summary>Categories learned from labelled texts, whatever their names. Safe for many threads. The same labels give the same model.</summary>
public sealed class TextModel
{
    /// <summary>The share of right answers a certain answer promises.</summary>
    public const double CertainPrecision = 0.9;

    private const int ReasonCount = 3;

    private readonly TextFeatures _features;
    private readonly Panel _panel;
    private readonly PanelWeights _weights;
    private readonly string[] _categories;
    private readonly double[] _usual;

    private TextModel(TextFeatures features, Panel panel, TextTrial trial, string[] categories, double[] usual)
    {
        _features = features;
        _panel = panel;
        _weights = trial.Weights;
        CertainFrom = trial.CertainFrom;
        Expected = trial.Quality;
        _categories = categories;
        _usual = usual;
    }

    /// <summary>The categories it can answer.</summary>
    public IReadOnlyList<string> Categories => _categories;

    /// <summary>From which probability on an answer is certain; above 1 when none is.</summary>
    public double CertainFrom { get; }

    /// <summary>Measured by cross-validation on the labelled texts, repeated texts kept on one side; null when they are too few.</summary>
    public Quality? Expected { get; }

    /// <param name="texts">Texts without any known character teach nothing; a category with one example is learned like any other.</param>
    /// <param name="lexicon">Its words help, whatever the categories are called; null: none.</param>
    /// <param name="isTried">Whether the texts themselves choose how the votes are joined and say what to expect (cross-validation: three to four times the work); else the usual weights serve.</param>
    /// <exception cref="ArgumentException">No text with a category.</exception>
    public static TextModel Learn(IReadOnlyList<LabelledText> texts, CategoryLexicon? lexicon, bool isTried = true, CancellationToken cancellationToken = default)
    {
        var taught = texts.Where(text => PlainText.Of(text.Text).Length > 0 && text.Category.Length > 0).ToList();
        if (taught.Count == 0) throw new ArgumentException("There is no text with a category to learn from.", nameof(texts));
        var categories = taught.Select(text => text.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var numbers = categories.Index().ToDictionary(category => category.Item, category => category.Index, StringComparer.Ordinal);
        var features = TextFeatures.Of([.. taught.Select(text => text.Text)], lexicon);
        var rows = taught.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(text => features.Row(text.Text)).ToList();
        var examples = new Examples(rows, [.. taught.Select(text => numbers[text.Category])], categories.Length, features.Count);
        var usual = Usual(examples);
        var effort = isTried ? Effort.For(examples.Cells) : Effort.Small;
        var trial = isTried ? TextTrial.Of(examples, [.. taught.Select(text => PlainText.Of(text.Text))], usual, effort, cancellationToken) : TextTrial.None;
        return new TextModel(features, Panel.Fit(examples, effort.Networks, effort, cancellationToken), trial, categories, usual);
    }

    public TextGuess Guess(string text)
    {
        var row = _features.Row(text);
        if (row.IsEmpty) return TextGuess.None;
        var joined = new double[_categories.Length];
        _weights.Join(_panel.Votes(row, _categories.Length), _usual, joined);
        var best = LogShares.Best(joined);
        var probability = Math.Exp(joined[best]);
        return new TextGuess(_categories[best], probability, probability >= CertainFrom, Reasons(row, best));
    }

    private static double[] Usual(Examples examples)
    {
        var usual = new double[examples.Classes];
        foreach (var label in examples.Labels) usual[label] += 1.0 / examples.Labels.Count;
        return [.. usual.Select(share => Math.Log(share))];
    }

    private List<string> Reasons(SparseRow row, int category)
    {
        var reasons = new List<string>();
        foreach (var i in Enumerable.Range(0, row.Features.Length).OrderByDescending(i => row.Weights[i] * _panel.Linear.Evidence(row.Features[i], category)))
        {
            if (reasons.Count == ReasonCount || _panel.Linear.Evidence(row.Features[i], category) <= 0) break;
            if (_features.Word(row.Features[i]) is not { } word || reasons.Exists(reason => reason.Contains(word, StringComparison.Ordinal) || word.Contains(reason, StringComparison.Ordinal))) continue;
            reasons.Add(word);
        }

        return reasons;
    }
}
