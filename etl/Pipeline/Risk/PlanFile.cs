using System.Globalization;
using System.Text;
using CsvHelper;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Templates;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>
/// A plan as a ledger to fill in. Why a unit is listed stands in columns of its own after the eleven: in 备注 such words would be read as the state of a hazard.
/// Persons stay blank; the roster's names do not leave the seed.
/// </summary>
internal static class PlanFile
{
    /// <exception cref="PipelineException">The extension names no format.</exception>
    public static void Write(MadePlan plan, string path)
    {
        var ledger = Ledger(plan);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".XLSX":
                Save(path, stream => ledger.Write(LedgerFormat.Xlsx, stream));
                break;
            case ".DOCX":
                Save(path, stream => ledger.Write(LedgerFormat.Docx, stream));
                break;
            case ".CSV":
                Save(path, stream => WriteCsv(ledger, stream));
                break;
            default:
                throw new PipelineException(ExitCode.Usage, Messages.Of("plan_format", path));
        }
    }

    private static FilledLedger Ledger(MadePlan plan)
    {
        var rows = plan.Listed
            .OrderBy(visit => visit.Item.Candidate.Department, StringComparer.Ordinal)
            .ThenBy(visit => visit.Item.Candidate.Community, StringComparer.Ordinal)
            .ThenBy(visit => visit.UnitAddress, StringComparer.Ordinal)
            .Select(Row);
        var month = plan.Period.StartsOn;
        return new FilledLedger(
            string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月安全隐患台账（{plan.Period.Name}检查计划）"),
            Messages.Of("plan_note", plan.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), plan.Listed.Count),
            [Messages.Of("plan_look_for"), Messages.Of("plan_why"), Messages.Of("plan_expected")],
            [.. rows]);
    }

    private static IReadOnlyList<string> Row(PlannedVisit visit)
    {
        var unit = visit.Item.Candidate;
        var isChinese = CultureInfo.CurrentUICulture.Name == "zh-CN";
        var lookFor = string.Join(isChinese ? "、" : ", ", visit.LookFor.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Category} {kind.Probability * 100:F0}%")));
        var why = visit.Item.Reasons.Select(reason => Messages.Of("plan_reason_" + SnakeCase.Of(reason))).Concat((isChinese ? visit.ReasonsZh : visit.ReasonsEn).Take(2));
        return
        [
            visit.UnitName, visit.UnitAddress ?? "", "", "", unit.Department is "未填报" or "待匹配" ? "" : unit.Department, "", "", "", "", "",
            lookFor, string.Join(isChinese ? "；" : "; ", why), unit.ExpectedCount.ToString("F1", CultureInfo.InvariantCulture),
        ];
    }

    private static void WriteCsv(FilledLedger ledger, Stream stream)
    {
        using var csv = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), CultureInfo.InvariantCulture);
        foreach (var cells in ledger.Numbered.Prepend(ledger.Heads))
        {
            foreach (var cell in cells) csv.WriteField(QueryOutput.Harmless(cell));
            csv.NextRecord();
        }
    }

    private static void Save(string path, Action<Stream> write)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            using var stream = File.Create(path);
            write(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("out_not_writable", path, e.Message), e);
        }
    }
}
