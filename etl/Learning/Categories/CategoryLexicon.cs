using System.Globalization;

namespace SafetyAnalytics.Learning.Categories;

/// <summary>
/// Says a hazard's category from its words: each distinct word and each matching pattern adds its weight, the heaviest category wins.
/// Safe for use by several threads at once.
/// </summary>
public sealed class CategoryLexicon
{
    private readonly CategoryLexiconOptions _options;
    private readonly HazardCategory[] _categories;
    private readonly WordTrie _trie = new();
    private readonly List<Evidence> _words = [];
    private readonly List<(SeedPattern Pattern, int Category, double Weight)> _patterns = [];

    /// <exception cref="ArgumentException">A category twice; words for an unknown category; an empty word list; a weight that is not above 0; a pattern that is none. The message names the row.</exception>
    public CategoryLexicon(IEnumerable<HazardCategory> categories, IEnumerable<CategoryWords> words, CategoryLexiconOptions? options = null)
    {
        _options = options ?? new CategoryLexiconOptions();
        _categories = [.. categories];
        var numbers = Number(_categories);
        foreach (var row in words)
        {
            if (!numbers.TryGetValue(row.Category, out var category)) throw Fault(row, "the category is not in hazard_categories.csv. Add it there, or mend its name.", nameof(words));
            if (!(row.Weight > 0)) throw Fault(row, $"the weight {row.Weight.ToString(CultureInfo.InvariantCulture)} is not above 0.", nameof(words));
            if (row.Words is ['/', _, .., '/']) AddPattern(row, category, nameof(words));
            else AddWords(row, category, nameof(words));
        }
    }

    public IReadOnlyList<HazardCategory> Categories => _categories;

    /// <summary>Weight of the evidence for each of <see cref="Categories"/>, in their order.</summary>
    public IReadOnlyList<double> Scores(string? text)
    {
        var scores = new double[_categories.Length];
        if (PlainText.Of(text) is { Length: > 0 } plain) Weigh(plain, scores);
        return scores;
    }

    /// <param name="text">A hazard's text.</param>
    /// <param name="sectorContext">The sector its sheet, group row or sender speaks of; null when unknown. It tips the balance, it never decides alone.</param>
    public CategoryAnswer Classify(string? text, string? sectorContext = null)
    {
        var plain = PlainText.Of(text);
        if (plain.Length == 0) return CategoryAnswer.Unknown;
        var scores = new double[_categories.Length];
        var reasons = Weigh(plain, scores);
        if (reasons.Count == 0) return CategoryAnswer.Unknown;
        AddContext(scores, sectorContext);
        var best = Heaviest(scores, except: -1);
        var next = Heaviest(scores, except: best);
        var nextScore = next < 0 ? 0 : scores[next];
        var isKnown = scores[best] >= _options.Threshold && scores[best] - nextScore >= _options.Lead;
        return new CategoryAnswer(
            isKnown ? _categories[best].Category : null,
            scores[best],
            [.. reasons.Where(reason => reason.Category == best).Select(reason => reason.Words)],
            next < 0 ? null : _categories[next].Category,
            nextScore);
    }

    private static Dictionary<string, int> Number(HazardCategory[] categories)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var n = 0; n < categories.Length; n++)
        {
            if (!numbers.TryAdd(categories[n].Category, n)) throw new ArgumentException($"hazard_categories.csv has '{categories[n].Category}' twice. Keep one of the rows.", nameof(categories));
        }

        return numbers;
    }

    private void AddWords(CategoryWords row, int category, string parameter)
    {
        var words = row.Words.Split('|').Select(PlainText.Of).Where(word => word.Length > 0).Distinct().ToList();
        if (words.Count == 0) throw Fault(row, "there are no words. Write at least one, or remove the row.", parameter);
        foreach (var word in words)
        {
            var number = _trie.Add(word);
            if (number == _words.Count) _words.Add(new Evidence(word, []));
            _words[number].For.Add((category, row.Weight));
        }
    }

    private void AddPattern(CategoryWords row, int category, string parameter)
    {
        try
        {
            _patterns.Add((SeedPattern.Of(row.Words[1..^1]), category, row.Weight));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw Fault(row, $"the pattern cannot be read: {fault.Message}", parameter);
        }
    }

    private static ArgumentException Fault(CategoryWords row, string problem, string parameter) =>
        new($"hazard_category_words.csv, '{row.Category}', '{row.Words}': {problem}", parameter);

    private List<(int Category, string Words)> Weigh(string plain, double[] scores)
    {
        var found = new List<int>();
        _trie.Find(plain, found);
        var reasons = new List<(int Category, string Words)>();
        foreach (var word in found.Distinct())
        {
            foreach (var (category, weight) in _words[word].For) Count(category, weight, _words[word].Word);
        }

        foreach (var (pattern, category, weight) in _patterns)
        {
            if (pattern.FindIn(plain) is { } matched) Count(category, weight, matched);
        }

        return reasons;

        void Count(int category, double weight, string words)
        {
            scores[category] += weight;
            reasons.Add((category, words));
        }
    }

    private void AddContext(double[] scores, string? sector)
    {
        if (sector is null) return;
        for (var c = 0; c < scores.Length; c++)
        {
            if (scores[c] > 0 && _categories[c].Sector == sector) scores[c] += _options.SectorBonus;
        }
    }

    /// <returns>The category of most weight, the first of equals; -1 when none has any.</returns>
    private static int Heaviest(double[] scores, int except)
    {
        var best = -1;
        for (var c = 0; c < scores.Length; c++)
        {
            if (c != except && scores[c] > (best < 0 ? 0 : scores[best])) best = c;
        }

        return best;
    }

    private sealed record Evidence(string Word, List<(int Category, double Weight)> For);
}
