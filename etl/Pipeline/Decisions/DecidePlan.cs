using System.CommandLine;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>The subverbs of <c>decide</c> about months, targets, the plan's progress, windows of the calendar, and notes on days.</summary>
/// <param name="made">A decision of a kind, with who and why.</param>
internal sealed class DecidePlan(Func<ParseResult, DecisionKind, NewDecision> made)
{
    /// <param name="sub">Makes one subverb.</param>
    public IEnumerable<Command> Verbs(Func<string, Argument<string>[], Option[], Func<ParseResult, NewDecision>, Command> sub)
    {
        var (month, metric, number, requirement) = (DecideHazards.Word("MONTH"), DecideHazards.Word("METRIC"), DecideHazards.Word("NUMBER"), DecideHazards.Word("REQUIREMENT"));
        var (state, answerable, day, words) = (DecideHazards.Word("STATE"), DecideHazards.Word("DEPARTMENT"), DecideHazards.Word("DAY"), DecideHazards.Word("WORDS"));
        var (name, last) = (DecideHazards.Word("WINDOW"), DecideHazards.Word("LAST_DAY"));
        var department = new Option<string?>("--department") { Description = Messages.Of("option_department") };
        var community = new Option<string?>("--community") { Description = Messages.Of("option_community") };
        var evidence = new Option<string?>("--evidence") { Description = Messages.Of("option_evidence") };
        yield return sub("month-close", [month], [], parsed => made(parsed, DecisionKind.MonthClose) with { Value = parsed.GetValue(month) });
        yield return sub("month-reopen", [month], [], parsed => made(parsed, DecisionKind.MonthReopen) with { Value = parsed.GetValue(month) });
        yield return sub("target", [metric, month, number], [department, community], parsed => made(parsed, DecisionKind.Target) with
        {
            Value = parsed.GetValue(number),
            Detail = new DecisionDetail { Subject = parsed.GetValue(metric), Month = parsed.GetValue(month), Department = parsed.GetValue(department), Community = parsed.GetValue(community) },
        });
        yield return sub("progress", [requirement, answerable, month, state], [evidence], parsed => made(parsed, DecisionKind.Progress) with
        {
            Value = parsed.GetValue(state),
            Detail = new DecisionDetail { Subject = parsed.GetValue(requirement), Department = parsed.GetValue(answerable), Month = parsed.GetValue(month), Evidence = parsed.GetValue(evidence) },
        });
        yield return sub("period", [name, day, last], [evidence], parsed => made(parsed, DecisionKind.Period) with
        {
            Value = parsed.GetValue(last),
            Detail = new DecisionDetail { Subject = parsed.GetValue(name), From = parsed.GetValue(day), Evidence = parsed.GetValue(evidence) },
        });
        yield return sub("annotation", [day, words], [], parsed => made(parsed, DecisionKind.Annotation) with { Value = parsed.GetValue(words), Detail = new DecisionDetail { From = parsed.GetValue(day) } });
    }
}
