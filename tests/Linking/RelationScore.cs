using System.Globalization;

namespace SafetyAnalytics.Linking.Tests;

/// <param name="Hazard">The true hazard.</param>
/// <param name="Relation">What the row truly is to it.</param>
public sealed record JudgedRow(string Hazard, SightingRelation Relation, LinkedSighting Link);

/// <summary>
/// How often each relation is right. A row that continues a hazard is right only when it continues the true one: the key it got is that of a hazard whose first row is of the same truth.
/// </summary>
public sealed class RelationScore
{
    private readonly Dictionary<SightingRelation, (int Right, int Said, int True)> _counts = [];

    public List<string> Wrong { get; } = [];

    public static RelationScore Of(IReadOnlyList<JudgedRow> rows)
    {
        var score = new RelationScore();
        var births = rows.Where(row => row.Link.Step == 1).ToDictionary(row => row.Link.HazardKey, row => row.Hazard, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var said = row.Link.Relation;
            var isRight = said == row.Relation && (row.Link.Step == 1 || births[row.Link.HazardKey] == row.Hazard);
            score.Count(row.Relation, isRight ? 1 : 0, 0, 1);
            score.Count(said, 0, 1, 0);
            if (!isRight) score.Wrong.Add($"{row.Relation} told as {said}: {row.Link.Sighting.UnitKey} {row.Link.Sighting.Month} {row.Hazard} {row.Link.Sighting.Text} [{row.Link.Sighting.Category}] ({row.Link.Rule}); others: {string.Join(" | ", rows.Where(other => other.Hazard == row.Hazard && other != row).Select(other => other.Link.Sighting.Text))}");
        }

        return score;
    }

    /// <summary>2 × right ÷ (told so + truly so); 1 where there is nothing to tell.</summary>
    public double F1(SightingRelation relation) =>
        _counts.TryGetValue(relation, out var count) && count.Said + count.True > 0 ? 2.0 * count.Right / (count.Said + count.True) : 1;

    public override string ToString() =>
        string.Join(", ", _counts.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {F1(pair.Key):0.0000} ({pair.Value.Right} of {pair.Value.True}, told {pair.Value.Said})")));

    private void Count(SightingRelation relation, int right, int said, int truly)
    {
        var count = _counts.GetValueOrDefault(relation);
        _counts[relation] = (count.Right + right, count.Said + said, count.True + truly);
    }
}
