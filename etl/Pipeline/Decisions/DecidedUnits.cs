using SafetyAnalytics.Linking;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>What people decided about units, as the linking of units takes it.</summary>
public static class DecidedUnits
{
    /// <summary>
    /// Pairs of spellings that are one unit or two, in the order decided: of two answers about a pair only the later one is there.
    /// A renaming and a move say that both spellings are one unit.
    /// </summary>
    public static IReadOnlyList<UnitAnswer> Answers(IReadOnlyList<Decision> standing) =>
    [
        .. standing
            .Where(decision => decision.Kind is DecisionKind.UnitSame or DecisionKind.UnitDifferent or DecisionKind.UnitRenamed or DecisionKind.UnitMoved)
            .Select(decision => new UnitAnswer(Mention(decision.Detail.Unit!), Mention(decision.Detail.OtherUnit!), decision.Kind is not DecisionKind.UnitDifferent)),
    ];

    private static UnitMention Mention(UnitSpelling spelling) => new(spelling.Name, spelling.Address);
}
