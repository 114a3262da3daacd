namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>What the voters see of a text: its character sequences, and what the words of the lexicon say of it.</summary>
/// <param name="lexicon">Null: character sequences only.</param>
internal sealed class TextFeatures(CharacterGrams grams, CategoryLexicon? lexicon)
{
    /// <summary>Beside character sequences that together have length 1, a sure word of the lexicon counts about this much.</summary>
    private const float LexiconWeight = 0.6f;

    /// <summary>Weight of evidence from which more makes no difference.</summary>
    private const double Sure = 12;

    /// <summary>Fewer texts than this are too few to let go of what occurs once.</summary>
    private const int ManyTexts = 3000;

    public int Count => grams.Count + (lexicon?.Categories.Count ?? 0);

    public static TextFeatures Of(IReadOnlyList<string> texts, CategoryLexicon? lexicon) =>
        new(CharacterGrams.Of([.. texts.Select(PlainText.Of)], texts.Count < ManyTexts ? 1 : 2), lexicon);

    public SparseRow Row(string text)
    {
        var row = grams.Row(PlainText.Of(text));
        if (lexicon is null || row.IsEmpty) return row;
        var scores = lexicon.Scores(text);
        var (features, weights) = (row.Features.ToList(), row.Weights.ToList());
        for (var c = 0; c < scores.Count; c++)
        {
            if (scores[c] <= 0) continue;
            features.Add(grams.Count + c);
            weights.Add((float)(Math.Min(scores[c], Sure) / Sure) * LexiconWeight);
        }

        return new SparseRow([.. features], [.. weights]);
    }

    /// <summary>A sequence as a reader would recognise it in the text; null for one of a single character or at a text's edge, and for the lexicon's.</summary>
    public string? Word(int feature) => feature < grams.Count && grams[feature] is { Length: > 1 } gram && gram[0] != '^' && gram[^1] != '$' && gram.All(char.IsLetter) ? gram : null;
}
