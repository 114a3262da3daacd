using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline.Sample.Files;
using SafetyAnalytics.Pipeline.Sample.Telling;
using SafetyAnalytics.Pipeline.Sample.World;

namespace SafetyAnalytics.Pipeline.Sample;

/// <summary>
/// Writes a subdistrict's ledgers as they would arrive, and the truth about them. Simulates first (units, hazards with lives), then lets each
/// submitter tell its part month by month, then makes files of it.
/// </summary>
public sealed class SampleWriter
{
    private readonly SampleOptions _options;
    private readonly SampleFolder _folder;
    private readonly TruthBook _truth;
    private readonly Seeds _seeds = new();
    private readonly IReadOnlyList<Submitter> _submitters;
    private readonly Subdistrict _subdistrict;
    private readonly Composer _composer;

    private SampleWriter(SampleOptions options, SampleFolder folder)
    {
        _options = options;
        _folder = folder;
        _submitters = Submitter.Cast(_seeds);
        _subdistrict = new Subdistrict(options.Seed, _seeds, _submitters);
        _composer = new Composer(options.Seed);
        _truth = new TruthBook(options, _submitters);
    }

    /// <summary>Writes all files, <c>truth.json</c> last. When it stops halfway for whatever reason, the folder is left as it was.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="SampleOptions.Months"/> is outside its range.</exception>
    /// <exception cref="IOException">The folder is not empty, or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SampleSummary Write(SampleOptions options, IProgress<SampleProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Months, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Months, SampleOptions.MonthsLimit, nameof(options));
        using var folder = new SampleFolder(options.Out);
        return new SampleWriter(options, folder).WriteAll(progress, cancellationToken);
    }

    private SampleSummary WriteAll(IProgress<SampleProgress>? progress, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _options.Months; i++)
        {
            var month = _options.FirstMonth.Plus(i);
            WriteMonth(month, i, cancellationToken);
            progress?.Report(new SampleProgress(month, i + 1, _options.Months));
        }

        var truth = _truth.Close(_subdistrict);
        _folder.Finish(truth);
        return new SampleSummary(truth.Files.Count, truth.Files.Sum(file => file.Rows.Count), truth.Hazards.Count);
    }

    private void WriteMonth(LedgerMonth month, int monthIndex, CancellationToken cancellationToken)
    {
        var letters = _submitters.Select((submitter, i) => Letter.Plan(_options.Seed, submitter, month, monthIndex, i)).ToList();
        if (monthIndex % 12 == 7) letters.Add(Letter.Plan(_options.Seed, Submitter.Stranger, month, monthIndex, letters.Count));
        var visits = letters.ToDictionary(letter => letter.Submitter.Name, letter => _subdistrict.Inspect(letter.Submitter, month, letter.Counts), StringComparer.Ordinal);
        foreach (var letter in letters.Where(letter => letter.Kind != LetterKind.Missing))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Send(letter, _composer.Compose(letter.Submitter, month, _subdistrict.Hazards, visits[letter.Submitter.Name]));
        }
    }

    private void Send(Letter letter, List<Entry> entries)
    {
        if (letter.Kind != LetterKind.Corrected || entries.TrueForAll(entry => entry.IsVisit))
        {
            Send(letter, entries, letter.ReceivedAt, "", supersedes: null, letter.Counts);
            return;
        }

        var first = Send(letter, _composer.Spoil(letter.Submitter, letter.Month, entries), letter.ReceivedAt, "", supersedes: null, counts: false);
        var version = new Dice(_options.Seed, $"version {first}").Pick(["（更正）", "（最终版）", "最终版2", "(2)"]);
        Send(letter, entries, letter.CorrectedAt, version, first, letter.Counts);
    }

    /// <summary>Writes one file and says its path.</summary>
    private string Send(Letter letter, List<Entry> entries, DateTimeOffset receivedAt, string version, string? supersedes, bool counts)
    {
        var ledger = LedgerLayout.Lay(_options.Seed, letter, entries, receivedAt);
        var path = FileNames.Of(letter, version);
        _folder.Add(path, Bytes(Habits.Of(letter.Submitter.Name).Kind, ledger.Sheets), receivedAt);
        _truth.Add(letter, path, receivedAt, supersedes, ledger);
        if (!counts) return path;
        foreach (var (hazard, statement) in ledger.Rows.Where(row => !row.IsDuplicate).SelectMany(row => row.Statements)) hazard.Tell(statement);
        return path;
    }

    private static byte[] Bytes(FileKind kind, IReadOnlyList<Sheet> sheets) => kind switch
    {
        FileKind.Xlsx => XlsxFile.Write(sheets),
        FileKind.Docx => DocxFile.Write(sheets),
        FileKind.CsvUtf8 => CsvFile.Write(sheets[0], isGb18030: false),
        FileKind.CsvGb18030 => CsvFile.Write(sheets[0], isGb18030: true),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
