using System.CommandLine;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>The subverbs of <c>decide</c> about hazards. A hazard is named by its key, or by file, sheet, row and item.</summary>
/// <param name="made">A decision of a kind, with who and why.</param>
/// <param name="shaOf">The content a file's name means.</param>
internal sealed class DecideHazards(Func<ParseResult, DecisionKind, NewDecision> made, Func<ParseResult, string, string> shaOf, Func<ParseResult, PublishedKeys> keys)
{
    private readonly Argument<string> _hazard = Word("HAZARD");
    private readonly Option<string?> _sheet = new("--sheet") { Description = Messages.Of("option_sheet") };
    private readonly Option<int?> _row = new("--row") { Description = Messages.Of("option_row") };
    private readonly Option<int?> _item = new("--item") { Description = Messages.Of("option_item") };
    private readonly Option<string?> _otherSheet = new("--other-sheet") { Description = Messages.Of("option_other_sheet") };
    private readonly Option<int?> _otherRow = new("--other-row") { Description = Messages.Of("option_other_row") };
    private readonly Option<int?> _otherItem = new("--other-item") { Description = Messages.Of("option_other_item") };
    private readonly Option<string?> _on = new("--on") { Description = Messages.Of("option_on") };

    public static Argument<string> Word(string name) => new(name) { Description = Messages.Of("argument_" + name.ToLowerInvariant()) };

    /// <param name="sub">Makes one subverb.</param>
    public IEnumerable<Command> Verbs(Func<string, Argument<string>[], Option[], Func<ParseResult, NewDecision>, Command> sub)
    {
        foreach (var (name, kind) in new[] { ("hazard-same", DecisionKind.HazardSame), ("hazard-different", DecisionKind.HazardDifferent) })
        {
            var other = Word("OTHER");
            yield return sub(name, [_hazard, other], [_sheet, _row, _item, _otherSheet, _otherRow, _otherItem], parsed => Pair(parsed, kind, other));
        }

        foreach (var (name, kind) in new[] { ("hazard-cancel", DecisionKind.HazardCancel), ("hazard-rectify", DecisionKind.HazardRectify), ("hazard-verify", DecisionKind.HazardVerify), ("hazard-reopen", DecisionKind.HazardReopen) })
            yield return sub(name, [_hazard], [_sheet, _row, _item, _on], parsed => Of(parsed, kind));
        foreach (var (name, kind, word) in new[]
        {
            ("hazard-category", DecisionKind.HazardCategory, "CATEGORY"), ("hazard-level", DecisionKind.HazardLevel, "LEVEL"), ("hazard-department", DecisionKind.HazardDepartment, "DEPARTMENT"),
            ("hazard-community", DecisionKind.HazardCommunity, "COMMUNITY"), ("hazard-sector", DecisionKind.HazardSector, "SECTOR"), ("hazard-due", DecisionKind.HazardDue, "DAY"),
        })
        {
            var value = Word(word);
            yield return sub(name, [_hazard, value], [_sheet, _row, _item, _on], parsed => Of(parsed, kind) with { Value = parsed.GetValue(value) });
        }
    }

    private NewDecision Of(ParseResult parsed, DecisionKind kind)
    {
        var place = Place(parsed, parsed.GetValue(_hazard)!, parsed.GetValue(_sheet), parsed.GetValue(_row), parsed.GetValue(_item));
        return made(parsed, kind) with
        {
            FileSha256 = place.FileSha256, Sheet = place.Sheet, RowNumber = place.RowNumber,
            Detail = new DecisionDetail { ItemNo = place.ItemNo, From = parsed.CommandResult.Command.Options.Contains(_on) ? parsed.GetValue(_on) : null },
        };
    }

    private NewDecision Pair(ParseResult parsed, DecisionKind kind, Argument<string> other)
    {
        var decision = Of(parsed, kind);
        return decision with { Detail = decision.Detail with { Other = Place(parsed, parsed.GetValue(other)!, parsed.GetValue(_otherSheet), parsed.GetValue(_otherRow), parsed.GetValue(_otherItem)) } };
    }

    /// <summary>With a row given the word is a file's name; else it is a key.</summary>
    private ItemPlace Place(ParseResult parsed, string word, string? sheet, int? row, int? item)
    {
        if (row is not { } number) return keys(parsed).Hazard(word) ?? throw new PipelineException(ExitCode.Usage, Messages.Of("hazard_unknown", word));
        return new ItemPlace(shaOf(parsed, word), sheet, number, item ?? 0);
    }
}
