using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Units;

/// <summary>How decisions name units: by spellings as ledgers write them, for a unit's key changes with what is known.</summary>
internal static class UnitDecisions
{
    public static UnitSpelling Spelling(UnitSide side) => new(side.Name, side.Address);

    /// <summary>The spelling most rows have; the unit's own name where no row is known.</summary>
    public static UnitSpelling Spelling(UnitPage unit) =>
        unit.Spellings.MaxBy(spelling => spelling.Rows) is { } commonest ? new(commonest.Name, commonest.Address) : new(unit.Name, unit.Address);

    public static NewDecision About(NewDecision made, DecisionKind kind, UnitSpelling unit, UnitSpelling other, string? from = null) =>
        made with { Kind = kind, Detail = new DecisionDetail { Unit = unit, OtherUnit = other, From = string.IsNullOrWhiteSpace(from) ? null : from.Trim() } };

    /// <summary>Whether a decision is about one of these spellings.</summary>
    public static bool Concerns(Decision decision, IReadOnlyList<UnitSpelling> spellings) =>
        IsAboutUnits(decision) && (spellings.Contains(decision.Detail.Unit) || spellings.Contains(decision.Detail.OtherUnit));

    public static bool IsAboutUnits(Decision decision) => decision.Kind is >= DecisionKind.UnitSame and <= DecisionKind.UnitMoved;

    /// <summary>The decision that answers a question; null: nobody has answered. Of two spellings neither comes first.</summary>
    public static Decision? Answer(IEnumerable<Decision> standing, UnitQuestion question)
    {
        var (one, other) = (Spelling(question.One), Spelling(question.Other));
        return standing.LastOrDefault(decision => IsAboutUnits(decision)
            && ((decision.Detail.Unit == one && decision.Detail.OtherUnit == other) || (decision.Detail.Unit == other && decision.Detail.OtherUnit == one)));
    }

    /// <summary>A name and an address in one line.</summary>
    public static string Line(PageCulture page, string name, string? address) => address is null ? name : page.Words.With("NameAndAddress", name, address);

    /// <summary>The name of a kind in words and test ids.</summary>
    public static string Name(DecisionKind kind) => SnakeCase.Of(kind);
}
