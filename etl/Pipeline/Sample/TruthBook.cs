using System.Globalization;
using System.Text.Json;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Sample.Files;
using SafetyAnalytics.Pipeline.Sample.Telling;
using SafetyAnalytics.Pipeline.Sample.World;

namespace SafetyAnalytics.Pipeline.Sample;

/// <summary>Collects what was written into <see cref="Truth"/>.</summary>
internal sealed class TruthBook(SampleOptions options, IReadOnlyList<Submitter> submitters)
{
    private readonly List<TruthFile> _files = [];

    public void Add(Letter letter, string path, DateTimeOffset receivedAt, string? supersedes, LaidLedger ledger)
    {
        var mustWait = letter switch
        {
            { Submitter.IsKnown: false } => "unknown_sender",
            { Kind: LetterKind.MonthConflict } => "month_conflict",
            _ => null,
        };
        _files.Add(new TruthFile(
            path,
            letter.Month.ToString(),
            letter.Submitter.Name,
            Path.GetExtension(path)[1..],
            receivedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            KindOf(letter, supersedes, ledger),
            supersedes,
            mustWait,
            MessOf(letter, supersedes, ledger),
            [.. ledger.Rows.Select(row => Row(row, SheetName(row.Sheet, path, ledger)))]));
    }

    public Truth Close(Subdistrict subdistrict)
    {
        var written = _files.SelectMany(file => file.Rows).SelectMany(row => row.Hazards).Select(item => item.HazardId).ToHashSet(StringComparer.Ordinal);
        return new Truth(
            options.Seed,
            options.FirstMonth.ToString(),
            options.Months,
            [.. submitters.Select(submitter => submitter.Name)],
            _files,
            [.. subdistrict.Hazards.Where(hazard => written.Contains(Id(hazard))).Select(HazardOf)],
            [.. subdistrict.Units.Select(unit => new TruthUnit(unit.Id, unit.Name, unit.Address, unit.Community, unit.Kind.Name, Math.Round(unit.Temperament, 3)))]);
    }

    private static string KindOf(Letter letter, string? supersedes, LaidLedger ledger)
    {
        if (supersedes is not null) return "correction";
        if (letter.Kind == LetterKind.Late) return "late";
        return ledger.Rows.Count == 0 ? "zero_report" : "ledger";
    }

    private static List<string> MessOf(Letter letter, string? supersedes, LaidLedger ledger)
    {
        var mess = ledger.Mess.ToHashSet();
        if (supersedes is not null) mess.Add(Mess.Corrected);
        if (letter.Kind == LetterKind.MonthConflict) mess.Add(Mess.MonthConflict);
        if (!letter.Submitter.IsKnown) mess.Add(Mess.UnknownSender);
        return [.. mess.Select(one => Snake(one)).Order(StringComparer.Ordinal)];
    }

    private static string SheetName(Sheet sheet, string path, LaidLedger ledger) => Path.GetExtension(path) switch
    {
        ".csv" => Path.GetFileName(path),
        ".docx" => string.Create(CultureInfo.InvariantCulture, $"表{ledger.Sheets.ToList().IndexOf(sheet) + 1}"),
        _ => sheet.Name,
    };

    private static TruthRow Row(PlacedRow row, string sheet) => new(
        sheet,
        row.RowNumber,
        row.Unit.Id,
        row.Statements.Count == 0,
        row.IsDuplicate,
        [.. row.Statements.Select((told, i) => new TruthItem(i + 1, Id(told.Hazard), Snake(told.Statement.Status), Day(told.Statement.FoundOn), Day(told.Statement.RectifiedOn), Day(told.Statement.VerifiedOn), told.Statement.Level))]);

    private static TruthHazard HazardOf(Hazard hazard)
    {
        var due = hazard.FirstFinding.Due;
        var foundOn = hazard.Told.Find(statement => statement.FoundOn is not null)?.FoundOn;
        var isCountedFromFinding = due.Kind is DueKind.Immediate or DueKind.Relative;
        return new TruthHazard(
            Id(hazard),
            hazard.Unit.Id,
            hazard.Defect.Category.Name,
            hazard.Defect.Category.Sector ?? hazard.Unit.Kind.Sector,
            hazard.Told.Find(statement => statement.Level is not null)?.Level,
            hazard.Unit.Community,
            hazard.FirstFinding.Departments is [var first, ..] ? first : null,
            hazard.Told is [var told, ..] ? told.Month.ToString() : null,
            Day(foundOn),
            Snake(due.Kind),
            isCountedFromFinding && foundOn is null ? null : Day(due.On),
            hazard.Closing?.Month.ToString(),
            hazard.RecurrenceOf is null ? "new" : "recurrent",
            hazard.RecurrenceOf is null ? null : Id(hazard.RecurrenceOf),
            ReopenedMonths(hazard));
    }

    private static List<string> ReopenedMonths(Hazard hazard)
    {
        var months = new List<string>();
        for (var i = 1; i < hazard.Told.Count; i++)
        {
            if (Hazard.IsClosed(hazard.Told[i - 1].Status) && !Hazard.IsClosed(hazard.Told[i].Status)) months.Add(hazard.Told[i].Month.ToString());
        }

        return months;
    }

    private static string Id(Hazard hazard) => $"T{hazard.Number.ToString("00000", CultureInfo.InvariantCulture)}";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
