using System.Globalization;

namespace SafetyAnalytics.Linking;

/// <summary>
/// Links a unit of whose hazards people said something. It is linked twice: once to learn which rows a hazard has, so that a category decided for one of them
/// holds for all, and a state decided in June reaches the hazard whose July row was named; then with what was said.
/// </summary>
internal sealed class AnsweredUnit(string unitKey, HazardLinkOptions options, UnitAnswers answers)
{
    public void Link(List<SightingRow> rows, KeyMint keys, LinkedSighting[] links, List<LinkedSighting> further)
    {
        var constraints = new PairConstraints();
        answers.Contradicted.UnionWith(constraints.Add(answers.Pairs).Select(answer => answer.Id));
        var known = Draft(rows, links, constraints);
        var categories = new Dictionary<HazardLife, string>();
        foreach (var (answer, index) in answers.Categories) categories[known.LifeOf(index)] = answer.Category;
        var decided = rows.ConvertAll(row => categories.TryGetValue(known.LifeOf(row.Index), out var category) ? row with { Category = category } : row);
        var told = answers.States.ConvertAll(state => Placed(state.Answer, known.LifeOf(state.Index).Sightings, rows));
        var history = new UnitHistory(unitKey, options, keys, links, further, constraints);
        foreach (var month in decided.Select(row => row.Month).Concat(told.Select(state => state.Month)).Distinct().Order())
        {
            var said = decided.Where(row => row.Month == month).Order(SightingRow.InOrder).ToList();
            if (said.Count > 0) history.Add(said);
            foreach (var state in told.Where(state => state.Month == month).OrderBy(state => state.Answer.Day ?? DateOnly.MaxValue)) Decide(state, history.LifeOf(state.Anchor));
        }
    }

    /// <summary>With keys of its own, and links that the second linking overwrites: only which rows belong together is kept.</summary>
    private UnitHistory Draft(List<SightingRow> rows, LinkedSighting[] links, PairConstraints constraints)
    {
        var draft = new UnitHistory(unitKey, options, new KeyMint('H'), links, [], constraints);
        foreach (var month in rows.GroupBy(row => row.Month).OrderBy(month => month.Key)) draft.Add(month.Order(SightingRow.InOrder));
        return draft;
    }

    /// <summary>The hazard is met by its last row up to that month; a state from before it was found holds from its finding.</summary>
    private static PlacedState Placed(StateAnswer answer, IReadOnlyCollection<int> sightings, List<SightingRow> rows)
    {
        var own = rows.Where(row => sightings.Contains(row.Index)).OrderBy(row => row.Month).ThenBy(row => row, SightingRow.InOrder).ToList();
        var month = Math.Max(SightingRow.MonthNumber(answer.Month), own[0].Month);
        return new PlacedState(answer, month, own.FindLast(row => row.Month <= month)!.Index);
    }

    private void Decide(PlacedState state, HazardLife life)
    {
        var (changes, isReopening) = life.Decide(state.Answer, state.Month);
        var month = SightingRow.EndOf(state.Month).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        answers.Told[state.Answer.Id] = new LinkedAnswer(
            state.Answer.Id, changes ? AnswerOutcome.Applies : AnswerOutcome.NothingToDo, life.Key, Step: changes ? life.Steps : null, StateAfter: life.State, IsReopening: isReopening, Month: month);
    }

    private sealed record PlacedState(StateAnswer Answer, int Month, int Anchor);
}
