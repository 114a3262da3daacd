using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline.Closing;

/// <summary>
/// A restatement as text: for people the numbers, then the hazards behind them; for programs one object in json, and in csv one record a number (<c>record</c> = number)
/// or a hazard's field (<c>record</c> = hazard).
/// </summary>
public static class RestatementOutput
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private static readonly string[] s_columns =
    [
        "record", "month", "version", "metric", "dimension", "member", "hazard_key", "unit_name", "hazard_text", "change", "field", "value_before", "value_now", "difference",
        "numerator_before", "denominator_before", "numerator_now", "denominator_now",
        "hazard_keys", "cause", "cause_file", "cause_file_sha256", "cause_sheet", "cause_row", "cause_decision_id", "cause_decision",
    ];

    public static void Write(MonthRestatement restatement, IReadOnlyList<Metric> metrics, QueryFormat format, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(restatement);
        var (numbers, fields) = (restatement.Numbers.Select(number => Record(restatement, number)).ToList(), restatement.Fields.Select(field => Record(restatement, field)).ToList());
        if (format is QueryFormat.Csv) WriteCsv([.. numbers, .. fields], output);
        else if (format is QueryFormat.Json) WriteJson(restatement, numbers, fields, output);
        else WriteLines(restatement, metrics, output);
    }

    private static void WriteJson(MonthRestatement restatement, List<Dictionary<string, object?>> numbers, List<Dictionary<string, object?>> fields, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            Month = restatement.Month.ToString(), restatement.Closing.Version, restatement.Closing.ClosingNumber, restatement.Closing.ClosedAt, restatement.Closing.ClosedBy,
            restatement.Closing.SnapshotName, restatement.Closing.AsOf, Numbers = numbers, Hazards = fields,
        },
        s_json));

    private static void WriteCsv(IReadOnlyList<Dictionary<string, object?>> records, TextWriter output)
    {
        using var csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var column in s_columns) csv.WriteField(column);
        csv.NextRecord();
        foreach (var record in records)
        {
            foreach (var column in s_columns) csv.WriteField(record.GetValueOrDefault(column) switch
            {
                null => "",
                IReadOnlyList<string> list => QueryOutput.Harmless(string.Join("; ", list)),
                string text => QueryOutput.Harmless(text),
                var number => Convert.ToString(number, CultureInfo.InvariantCulture),
            });
            csv.NextRecord();
        }
    }

    private static void WriteLines(MonthRestatement restatement, IReadOnlyList<Metric> metrics, TextWriter output)
    {
        var closing = restatement.Closing;
        output.WriteLine(Messages.Of("restatement_title", restatement.Month, closing.Version, closing.ClosedAt.ToString("u", CultureInfo.InvariantCulture), closing.ClosedBy, closing.SnapshotName ?? Messages.Of("no_snapshot_then")));
        if (restatement.Numbers.Count == 0 && restatement.Fields.Count == 0) output.WriteLine(Messages.Of("restatement_none"));
        if (restatement.Numbers.Count > 0) output.WriteLine(Messages.Of("restatement_numbers", restatement.Numbers.Count));
        foreach (var number in restatement.Numbers) output.WriteLine("  " + Line(number, metrics.FirstOrDefault(metric => metric.Key == number.Metric)));
        var hazards = restatement.Fields.GroupBy(field => field.HazardKey, StringComparer.Ordinal).ToList();
        if (hazards.Count > 0) output.WriteLine(Messages.Of("restatement_hazards", hazards.Count));
        foreach (var hazard in hazards)
        {
            var first = hazard.First();
            output.WriteLine($"  {Messages.Of("restatement_" + first.Change)}  {hazard.Key}  {first.UnitName}  {first.HazardText.ReplaceLineEndings(" ")}  {Cause(first)}");
            foreach (var field in hazard.Where(field => field.Change == "changed")) output.WriteLine($"      {field.Field}: {field.Before ?? "—"} → {field.Now ?? "—"}");
        }
    }

    private static string Line(RestatedNumber number, Metric? metric)
    {
        var label = metric is null ? number.Metric : $"{(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? metric.LabelEn : metric.LabelZh)}（{number.Metric}）";
        var place = number.Dimension == "all" ? Messages.Of("restatement_whole") : $"{number.Dimension} {number.Member}";
        return Messages.Of("restatement_number", label, place, Shown(number.Before, metric) + Parts(number.PartsBefore), Shown(number.Now, metric) + Parts(number.PartsNow), Difference(number.Difference, metric), number.HazardKeys.Count, string.Join("；", number.Causes));
    }

    private static string Parts(Share? share) => share is { } parts ? string.Create(CultureInfo.InvariantCulture, $" [{parts.Numerator:0.##}/{parts.Denominator:0.##}]") : "";

    private static string Cause(RestatedField field) => field.Cause switch
    {
        "file" when field.CauseRow is { } row => Messages.Of("restatement_by_row", field.CauseFile, field.CauseSheet, row),
        "file" => Messages.Of("restatement_by_file", field.CauseFile),
        "decision" => Messages.Of("restatement_by_decision", field.CauseDecisionId, field.CauseDecision),
        _ => Messages.Of("restatement_by_rules"),
    };

    private static string Shown(double? value, Metric? metric) => value is not { } number ? "—"
        : metric?.Unit is MetricUnit.Percent ? (number * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%"
        : number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Difference(double? value, Metric? metric) => value is not { } number ? "—"
        : (metric?.Unit is MetricUnit.Percent ? number * 100 : number).ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> Record(MonthRestatement restatement, RestatedNumber number) => new(StringComparer.Ordinal)
    {
        ["record"] = "number", ["month"] = restatement.Month.ToString(), ["version"] = restatement.Closing.Version, ["metric"] = number.Metric, ["dimension"] = number.Dimension, ["member"] = number.Member,
        ["value_before"] = number.Before, ["value_now"] = number.Now, ["difference"] = number.Difference,
        ["numerator_before"] = number.PartsBefore?.Numerator, ["denominator_before"] = number.PartsBefore?.Denominator, ["numerator_now"] = number.PartsNow?.Numerator, ["denominator_now"] = number.PartsNow?.Denominator,
        ["hazard_keys"] = number.HazardKeys, ["cause"] = number.Causes,
    };

    private static Dictionary<string, object?> Record(MonthRestatement restatement, RestatedField field) => new(StringComparer.Ordinal)
    {
        ["record"] = "hazard", ["month"] = restatement.Month.ToString(), ["version"] = restatement.Closing.Version, ["hazard_key"] = field.HazardKey, ["unit_name"] = field.UnitName, ["hazard_text"] = field.HazardText,
        ["change"] = field.Change, ["field"] = field.Field, ["value_before"] = field.Before, ["value_now"] = field.Now, ["cause"] = field.Cause, ["cause_file"] = field.CauseFile,
        ["cause_file_sha256"] = field.CauseFileSha256, ["cause_sheet"] = field.CauseSheet, ["cause_row"] = field.CauseRow, ["cause_decision_id"] = field.CauseDecisionId, ["cause_decision"] = field.CauseDecision,
    };
}
