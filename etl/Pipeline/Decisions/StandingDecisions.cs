using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>Which of all decisions hold: the latest about each thing that nobody undid. The order in which they were appended never shows.</summary>
public static class StandingDecisions
{
    /// <summary>The decisions that hold, in the order they were made; undoings themselves are left out.</summary>
    public static IReadOnlyList<Decision> Of(IReadOnlyCollection<Decision> all)
    {
        var undone = Undone(all);
        return
        [
            .. all
                .Where(decision => decision.Kind is not DecisionKind.Undo && !undone.Contains(decision.Id))
                .OrderBy(decision => decision.DecidedAt).ThenBy(decision => decision.Id, StringComparer.Ordinal)
                .GroupBy(Subject)
                .Select(about => about.Last())
                .OrderBy(decision => decision.DecidedAt).ThenBy(decision => decision.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Ids of the decisions that an undoing which itself holds takes back.</summary>
    public static IReadOnlySet<string> Undone(IReadOnlyCollection<Decision> all)
    {
        var undoings = all.Where(decision => decision.Kind is DecisionKind.Undo).ToLookup(decision => decision.Undoes!, StringComparer.Ordinal);
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return all.Where(decision => IsUndone(decision.Id)).Select(decision => decision.Id).ToHashSet(StringComparer.Ordinal);

        // An undoing names an earlier decision, so this ends; chains are as short as people's patience.
        bool IsUndone(string id)
        {
            if (known.TryGetValue(id, out var isUndone)) return isUndone;
            return known[id] = undoings[id].Any(undoing => !IsUndone(undoing.Id));
        }
    }

    /// <summary>What a decision is about: of two with the same subject only the later can hold.</summary>
    private static (DecisionKind, string?, string?, int?, string?, string?) Subject(Decision decision) => decision.Kind switch
    {
        DecisionKind.Seed => (decision.Kind, decision.Seed, decision.ColumnName, null, SeedShape.IsList(decision.Seed!, decision.ColumnName!) ? CellText.Squeeze(decision.Value!) : null, SeedShape.IsList(decision.Seed!, decision.ColumnName!) ? null : decision.SeedKey),
        DecisionKind.Row or DecisionKind.Cell => (decision.Kind, decision.FileSha256, decision.Sheet, decision.RowNumber, decision.ColumnName, null),
        // Closings and reopenings of a month are one story: the last of them says how it stands.
        DecisionKind.MonthClose or DecisionKind.MonthReopen => (DecisionKind.MonthClose, null, null, null, null, decision.Value),
        DecisionKind.Target => (decision.Kind, null, null, null, null, decision.SeedKey),
        _ => (decision.Kind, decision.FileSha256, decision.Sheet, null, null, null),
    };
}
