using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>Names of departments, communities, sectors and categories: by any alias, as the seed calls them.</summary>
/// <param name="seeds">With the decided words.</param>
internal sealed class SeedNames(Seeds seeds)
{
    /// <summary>The seed's own name.</summary>
    /// <exception cref="RefusedDecision">No row of the seed is called so; those it has are listed.</exception>
    public string Of(string seed, string? name)
    {
        var rows = seeds[seed].Records.ToList();
        var own = seeds[seed].Columns[0];
        return (name is null ? null : rows.FirstOrDefault(row => IsCalled(row, own, CellText.Squeeze(name))))?[own]
            ?? throw new RefusedDecision(Messages.Of("decision_seed_key", name ?? "", seed, string.Join(", ", rows.Select(row => row[own]))));
    }

    private static bool IsCalled(IReadOnlyDictionary<string, string> row, string own, string name) =>
        CellText.Squeeze(row[own]) == name || (row.TryGetValue("aliases", out var aliases) && SeedList.Split(aliases).Any(alias => CellText.Squeeze(alias) == name));
}
