using System.Collections.Frozen;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>What a decision may change in a seed.</summary>
/// <param name="Lists">Columns that hold several words: a decision adds one, in a row of its own where it is the seed's first column.</param>
/// <param name="Values">Columns that hold one value: a decision sets it.</param>
/// <param name="NewRow">Columns of a row that is not there yet, with what they hold then; null: no new rows.</param>
internal sealed record SeedShape(IReadOnlyList<string> Lists, IReadOnlyList<string> Values, IReadOnlyDictionary<string, string>? NewRow)
{
    /// <summary>Where a row of a decision says that it comes from.</summary>
    public const string Source = "decision";

    public static FrozenDictionary<string, SeedShape> All { get; } = new Dictionary<string, SeedShape>(StringComparer.Ordinal)
    {
        ["header_names"] = new(["names"], [], null),
        ["status_words"] = new(["words"], [], null),
        ["deadline_words"] = new(["words"], [], Row()),
        ["departments"] = new(["aliases"], ["kind", "in_supervising_group"], Row(("kind", "department"), ("in_supervising_group", "no"))),
        ["communities"] = new(["aliases", "address_words"], [], Row()),
        ["submitters"] = new(["aliases"], ["kind", "expected_from", "expected_to"], Row(("kind", "department"))),
        ["sectors"] = new(["aliases"], [], Row()),
        ["hazard_category_words"] = new(["words"], [], null),
        ["owner_words"] = new(["words"], [], Row()),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsList(string seed, string column) => All.TryGetValue(seed, out var shape) && shape.Lists.Contains(column, StringComparer.Ordinal);

    private static Dictionary<string, string> Row(params (string Column, string Value)[] cells) => cells.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal);
}
