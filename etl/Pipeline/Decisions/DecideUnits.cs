using System.CommandLine;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>The subverbs of <c>decide</c> about units. A unit is named by its key, or by its name and address exactly as a ledger writes them.</summary>
/// <param name="made">A decision of a kind, with who and why.</param>
internal sealed class DecideUnits(Func<ParseResult, DecisionKind, NewDecision> made, Func<ParseResult, PublishedKeys> keys)
{
    private readonly Argument<string> _unit = DecideHazards.Word("UNIT");
    private readonly Option<string?> _address = new("--address") { Description = Messages.Of("option_address") };
    private readonly Option<string?> _otherAddress = new("--other-address") { Description = Messages.Of("option_other_address") };
    private readonly Option<string?> _on = new("--on") { Description = Messages.Of("option_on") };

    /// <param name="sub">Makes one subverb.</param>
    public IEnumerable<Command> Verbs(Func<string, Argument<string>[], Option[], Func<ParseResult, NewDecision>, Command> sub)
    {
        var (other, name, address) = (DecideHazards.Word("OTHER"), DecideHazards.Word("NAME"), DecideHazards.Word("ADDRESS"));
        yield return sub("unit-same", [_unit, other], [_address, _otherAddress], parsed => Pair(parsed, DecisionKind.UnitSame, other));
        yield return sub("unit-different", [_unit, other], [_address, _otherAddress], parsed => Pair(parsed, DecisionKind.UnitDifferent, other));
        yield return sub("unit-renamed", [_unit, name], [_address, _otherAddress, _on], parsed =>
        {
            var unit = One(parsed);
            return Of(parsed, DecisionKind.UnitRenamed, unit, new UnitSpelling(parsed.GetValue(name)!, parsed.GetValue(_otherAddress) ?? unit.Address), parsed.GetValue(_on));
        });
        yield return sub("unit-moved", [_unit, address], [_address, _on], parsed =>
        {
            var unit = One(parsed);
            return Of(parsed, DecisionKind.UnitMoved, unit, unit with { Address = parsed.GetValue(address) }, parsed.GetValue(_on));
        });
    }

    private NewDecision Pair(ParseResult parsed, DecisionKind kind, Argument<string> other) =>
        Of(parsed, kind, One(parsed), Spelling(parsed, parsed.GetValue(other)!, parsed.GetValue(_otherAddress)), null);

    private NewDecision Of(ParseResult parsed, DecisionKind kind, UnitSpelling unit, UnitSpelling other, string? from) =>
        made(parsed, kind) with { Detail = new DecisionDetail { Unit = unit, OtherUnit = other, From = from } };

    private UnitSpelling One(ParseResult parsed) => Spelling(parsed, parsed.GetValue(_unit)!, parsed.GetValue(_address));

    private UnitSpelling Spelling(ParseResult parsed, string word, string? address) =>
        (address is null ? keys(parsed).Unit(word) : null) ?? new UnitSpelling(word, address);
}
