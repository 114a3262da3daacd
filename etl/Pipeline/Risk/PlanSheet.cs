using System.Globalization;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Templates;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>One line of a check plan, as it is printed.</summary>
/// <param name="LookFor">Kinds of hazards likeliest to be found, each with its probability where it has one.</param>
/// <param name="PlanReasons">Why the unit is listed: <c>overdue, open_major, recurring, score, random, duty, spread</c>.</param>
/// <param name="Reasons">What moved its score, in the language it is printed in.</param>
public sealed record PlanLine(
    string UnitName, string? UnitAddress, string? Department, string? Community, IReadOnlyList<(string Category, double? Probability)> LookFor,
    IReadOnlyList<string> PlanReasons, IReadOnlyList<string> Reasons, double? ExpectedCount);

/// <summary>
/// A plan as a ledger to fill in, whoever made it: the shell from the plan itself, a page from the published one. Why a unit is listed stands in columns of its own
/// after the eleven: in 备注 such words would be read as the state of a hazard. Persons stay blank; the roster's names do not leave the seed.
/// </summary>
public sealed record PlanSheet(string Period, DateOnly StartsOn, DateOnly AsOf, IReadOnlyList<PlanLine> Lines)
{
    private static readonly string[] s_unknown = ["未填报", "待匹配", "不适用"];

    /// <summary>In the culture of the thread, each department's units together.</summary>
    public FilledLedger Ledger() => new(
        string.Create(CultureInfo.InvariantCulture, $"{StartsOn.Year}年{StartsOn.Month}月安全隐患台账（{Period}检查计划）"),
        Messages.Of("plan_note", AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Lines.Count),
        [Messages.Of("plan_look_for"), Messages.Of("plan_why"), Messages.Of("plan_expected")],
        [
            .. Lines
                .OrderBy(line => line.Department, StringComparer.Ordinal)
                .ThenBy(line => line.Community, StringComparer.Ordinal)
                .ThenBy(line => line.UnitAddress, StringComparer.Ordinal)
                .Select(Row),
        ]);

    /// <summary>Writes a workbook or a Word file in the culture of the thread.</summary>
    public void Write(LedgerFormat format, Stream target) => Ledger().Write(format, target);

    /// <summary>What a file of it is called.</summary>
    public string FileName(string extension) => string.Create(CultureInfo.InvariantCulture, $"{StartsOn.Year}{Period}检查计划.{extension}");

    private static IReadOnlyList<string> Row(PlanLine line)
    {
        var isChinese = CultureInfo.CurrentUICulture.Name == "zh-CN";
        var lookFor = line.LookFor.Select(kind => kind.Probability is { } probability ? string.Create(CultureInfo.InvariantCulture, $"{kind.Category} {probability * 100:F0}%") : kind.Category);
        var why = line.PlanReasons.Select(reason => Messages.Of("plan_reason_" + reason)).Concat(line.Reasons.Take(2));
        return
        [
            line.UnitName, line.UnitAddress ?? "", "", "", line.Department is { } department && !s_unknown.Contains(department, StringComparer.Ordinal) ? department : "", "", "", "", "", "",
            string.Join(isChinese ? "、" : ", ", lookFor), string.Join(isChinese ? "；" : "; ", why), line.ExpectedCount?.ToString("F1", CultureInfo.InvariantCulture) ?? "",
        ];
    }
}
