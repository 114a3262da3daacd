using System.Globalization;
using System.Text;
using CsvHelper;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Templates;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>Writes a plan, as a <see cref="PlanSheet"/>, to the file a person named.</summary>
internal static class PlanFile
{
    /// <exception cref="PipelineException">The extension names no format.</exception>
    public static void Write(MadePlan plan, string path)
    {
        var ledger = Sheet(plan).Ledger();
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

    private static PlanSheet Sheet(MadePlan plan) => new(plan.Period.Name, plan.Period.StartsOn, plan.AsOf, [.. plan.Listed.Select(Line)]);

    private static PlanLine Line(PlannedVisit visit)
    {
        var unit = visit.Item.Candidate;
        return new PlanLine(
            visit.UnitName, visit.UnitAddress, unit.Department, unit.Community, [.. visit.LookFor.Select(kind => (kind.Category, (double?)kind.Probability))],
            [.. visit.Item.Reasons.Select(reason => SnakeCase.Of(reason))], CultureInfo.CurrentUICulture.Name == "zh-CN" ? visit.ReasonsZh : visit.ReasonsEn, unit.ExpectedCount);
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
