using System.Globalization;
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
                .GroupBy(Subject, StringComparer.Ordinal)
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
    private static string Subject(Decision decision)
    {
        var detail = decision.Detail;
        return decision.Kind switch
        {
            DecisionKind.Seed when SeedShape.IsList(decision.Seed!, decision.ColumnName!) => Joined("seed", decision.Seed, decision.ColumnName, CellText.Squeeze(decision.Value!)),
            DecisionKind.Seed => Joined("seed", decision.Seed, decision.ColumnName, null, decision.SeedKey),
            DecisionKind.Row or DecisionKind.Cell => Joined(decision.Kind, Place(decision), decision.ColumnName),
            DecisionKind.UnitSame or DecisionKind.UnitDifferent => Pair("units", Spelled(detail.Unit!), Spelled(detail.OtherUnit!)),
            DecisionKind.UnitRenamed or DecisionKind.UnitMoved => Joined(decision.Kind, Spelled(detail.Unit!), Spelled(detail.OtherUnit!)),
            DecisionKind.HazardSame or DecisionKind.HazardDifferent => Pair("hazards", Place(decision), Place(detail.Other!)),
            DecisionKind.HazardCancel or DecisionKind.HazardRectify or DecisionKind.HazardVerify or DecisionKind.HazardReopen or DecisionKind.HazardDue => Joined(decision.Kind, Place(decision), detail.From),
            DecisionKind.HazardCategory or DecisionKind.HazardLevel or DecisionKind.HazardDepartment or DecisionKind.HazardCommunity or DecisionKind.HazardSector => Joined(decision.Kind, Place(decision)),
            DecisionKind.MonthClose or DecisionKind.MonthReopen => Joined("month", decision.Value),
            DecisionKind.Target => Joined(decision.Kind, detail.Subject, detail.Month, detail.Department, detail.Community),
            DecisionKind.Progress => Joined(decision.Kind, detail.Subject, detail.Month, detail.Department),
            DecisionKind.Period => Joined(decision.Kind, detail.Subject, detail.From),
            DecisionKind.Annotation => Joined(decision.Kind, detail.From, decision.Value),
            _ => Joined(decision.Kind, decision.FileSha256, decision.Sheet),
        };
    }

    private static string Place(Decision decision) => Joined(decision.FileSha256, decision.Sheet, decision.RowNumber, decision.Detail.ItemNo);

    private static string Place(ItemPlace place) => Joined(place.FileSha256, place.Sheet, place.RowNumber, place.ItemNo);

    private static string Spelled(UnitSpelling unit) => Joined(unit.Name, unit.Address);

    /// <summary>Of two things neither comes first.</summary>
    private static string Pair(string about, string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? Joined(about, one, other) : Joined(about, other, one);

    /// <summary>U+001F never stands in what is joined; nothing and an empty text differ.</summary>
    private static string Joined(params ReadOnlySpan<object?> parts)
    {
        var joined = new System.Text.StringBuilder();
        foreach (var part in parts) joined.Append('\u001F').Append(part is null ? "\u0000" : Convert.ToString(part, CultureInfo.InvariantCulture));
        return joined.ToString();
    }
}
