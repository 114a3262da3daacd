using System.Globalization;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>What a decision about a hazard must be like.</summary>
/// <param name="seeds">With the decided words.</param>
internal sealed class HazardRules(Seeds seeds, LandedItems items, DateOnly today)
{
    public static bool Knows(DecisionKind kind) => kind is >= DecisionKind.HazardSame and <= DecisionKind.HazardDue;

    /// <exception cref="RefusedDecision">It cannot be made; the message says what would do.</exception>
    public Decision Read(Decision draft)
    {
        var place = Item(new ItemPlace(draft.FileSha256!, draft.Sheet, draft.RowNumber ?? 0, draft.Detail.ItemNo ?? 0));
        var named = new SeedNames(seeds);
        var said = draft with { Sheet = place.Sheet, RowNumber = place.RowNumber, ColumnName = null, Seed = null, SeedKey = null, Value = null };
        var about = new DecisionDetail { ItemNo = place.ItemNo, From = EffectiveFrom.Checked(draft.Detail.From, today) };
        return draft.Kind switch
        {
            DecisionKind.HazardSame or DecisionKind.HazardDifferent => said with { Detail = about with { From = null, Other = Other(draft.Detail.Other, place) } },
            DecisionKind.HazardCategory => said with { Detail = about, Value = named.Of("hazard_categories", draft.Value) },
            DecisionKind.HazardDepartment => said with { Detail = about, Value = named.Of("departments", draft.Value) },
            DecisionKind.HazardCommunity => said with { Detail = about, Value = named.Of("communities", draft.Value) },
            DecisionKind.HazardSector => said with { Detail = about, Value = named.Of("sectors", draft.Value) },
            DecisionKind.HazardLevel => said with { Detail = about, Value = Level(draft.Value) },
            DecisionKind.HazardDue => said with { Detail = about, Value = Day(draft.Value) },
            _ => said with { Detail = about },
        };
    }

    private ItemPlace Other(ItemPlace? other, ItemPlace place)
    {
        if (other is null) throw new RefusedDecision(Messages.Of("decision_no_other_hazard"));
        if (other.FileSha256 is not { Length: 64 } sha || !sha.All(char.IsAsciiHexDigitLower)) throw new RefusedDecision(Messages.Of("decision_no_file", other.FileSha256));
        var read = Item(other);
        return read != place ? read : throw new RefusedDecision(Messages.Of("decision_one_hazard"));
    }

    /// <summary>A row of one hazard need not say which. What is not landed yet is believed.</summary>
    private ItemPlace Item(ItemPlace place)
    {
        if (place.RowNumber < 1) throw new RefusedDecision(Messages.Of("decision_no_row"));
        if (items.Of(place) is not { } found)
            return place.Sheet is null ? throw new RefusedDecision(Messages.Of("decision_no_sheet")) : place with { ItemNo = Math.Max(1, place.ItemNo) };
        if (found.Count == 0) throw new RefusedDecision(Messages.Of("decision_no_hazard_there", place.Sheet ?? "—", place.RowNumber));
        if (place.ItemNo == 0 && found.Count == 1) return place with { ItemNo = found[0].ItemNumber };
        return found.Any(item => item.ItemNumber == place.ItemNo)
            ? place
            : throw new RefusedDecision(Messages.Of("decision_which_item", place.Sheet ?? "—", place.RowNumber, found.Count));
    }

    private static string Level(string? value) =>
        value is LevelWords.Major or LevelWords.Ordinary ? value : throw new RefusedDecision(Messages.Of("decision_not_one_of", value, $"{LevelWords.Major}, {LevelWords.Ordinary}"));

    private static string Day(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value! : throw new RefusedDecision(Messages.Of("bad_date", value));
}
