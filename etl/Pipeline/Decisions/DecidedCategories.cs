namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>The texts whose category a person decided: what the classifier learns from, and never answers otherwise.</summary>
internal static class DecidedCategories
{
    /// <summary>Each text once; of two decisions about one text the later holds. Texts of files not landed yet, and of rows that are there no more, teach nothing.</summary>
    public static IReadOnlyList<(string Text, string Category)> Of(IReadOnlyList<Decision> standing, LandedItems items)
    {
        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var decision in standing.Where(decision => decision.Kind is DecisionKind.HazardCategory))
        {
            var place = new ItemPlace(decision.FileSha256!, decision.Sheet, decision.RowNumber!.Value, decision.Detail.ItemNo ?? 1);
            if (items.Of(place)?.FirstOrDefault(item => item.ItemNumber == place.ItemNo) is { } item) categories[item.HazardText] = decision.Value!;
        }

        return [.. categories.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];
    }
}
