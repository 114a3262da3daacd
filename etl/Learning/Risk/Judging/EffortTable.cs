using SafetyAnalytics.Learning.Risk.Examples;

namespace SafetyAnalytics.Learning.Risk.Judging;

/// <summary>How scores, findings and effort compare within sectors and communities.</summary>
/// <param name="VisitsPerUnit">Visits of its units up to the cut-off: the effort spent there.</param>
/// <param name="SelectionRate">Share of its pairs among the tenth scored highest.</param>
public sealed record EffortRow(string Dimension, string Member, int Count, double VisitsPerUnit, double Predicted, double Observed, double SelectionRate);

/// <summary>Makes the table of <see cref="EffortRow"/>: a community that is seldom visited must not look safe, nor one that is often visited look dangerous.</summary>
public static class EffortTable
{
    private const string Unknown = "未填报";

    public static IReadOnlyList<EffortRow> Of(RiskHistory history, TrainedQuestion pairs, ExampleSet set, int asOf)
    {
        var choice = pairs.Choice;
        if (choice.Rows.Count == 0) return [];
        var said = choice.Probabilities[choice.Chosen];
        var least = said.OrderDescending().ElementAt(Math.Max(0, (int)(said.Length * BackTestReport.PlanShare) - 1));
        var (sectors, communities) = MembersOf(history, asOf);
        return [.. Rows("sector", sectors, history.Sectors), .. Rows("community", communities, history.Communities)];

        IEnumerable<EffortRow> Rows(string dimension, int[] memberOf, IReadOnlyList<string> names) => Enumerable.Range(0, said.Length)
            .GroupBy(i => memberOf[set[choice.Rows[i]].Unit])
            .Select(member => new EffortRow(
                dimension,
                member.Key < 0 ? Unknown : names[member.Key],
                member.Count(),
                member.Select(i => set[choice.Rows[i]]).GroupBy(about => about.Unit).Average(unit => unit.Max(about => about.VisitCount)),
                member.Average(i => said[i]),
                member.Average(i => pairs.Question.Label(set[choice.Rows[i]]) ? 1.0 : 0),
                member.Average(i => said[i] >= least ? 1.0 : 0)))
            .OrderBy(row => row.Member, StringComparer.Ordinal);
    }

    private static (int[] Sectors, int[] Communities) MembersOf(RiskHistory history, int asOf)
    {
        var (sectors, communities) = (new int[history.Units.Count], new int[history.Units.Count]);
        Array.Fill(sectors, -1);
        Array.Fill(communities, -1);
        foreach (var finding in history.Findings.TakeWhile(finding => finding.Day <= asOf))
        {
            if (finding.Sector >= 0) sectors[finding.Unit] = finding.Sector;
            if (finding.Community >= 0) communities[finding.Unit] = finding.Community;
        }

        return (sectors, communities);
    }
}
