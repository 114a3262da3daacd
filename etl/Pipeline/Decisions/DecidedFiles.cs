using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>
/// Lays what people decided over landed files, before they are read: raw stays verbatim, and the reading stays a function of file and lexicon.
/// What is decided about a row holds for its twins in every file too (see <see cref="RowTwin"/>); a decision about the very row comes before a twin's.
/// Safe for use by several threads at once.
/// </summary>
public sealed class DecidedFiles
{
    private readonly HeaderNames _headers;
    private readonly ILookup<string, Decision> _byFile;
    private readonly ILookup<string, TwinDecision> _byTwin;
    private readonly bool _hasTwins;

    private DecidedFiles(HeaderNames headers, IReadOnlyList<Decision> standing, IReadOnlyList<TwinDecision> twins)
    {
        _headers = headers;
        _byFile = standing.Where(IsAboutFile).ToLookup(decision => decision.FileSha256!, StringComparer.Ordinal);
        _byTwin = twins.ToLookup(twin => twin.Key, StringComparer.Ordinal);
        _hasTwins = twins.Count > 0;
    }

    /// <param name="raw">Where the rows decided about are looked up; those of a file not landed yet have no twins.</param>
    /// <param name="standing">In the order they were made.</param>
    /// <param name="headers">Today's names of columns.</param>
    public static DecidedFiles Of(RawLedgers raw, IReadOnlyList<Decision> standing, HeaderNames headers)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var aboutRows = standing.Where(IsAboutRow).ToList();
        var files = aboutRows.Select(decision => decision.FileSha256!).ToHashSet(StringComparer.Ordinal);
        var landed = files.Count == 0 ? [] : raw.Read([.. raw.Readable.Where(file => files.Contains(file.Sha256)).Select(file => file.FileId)]);
        var bySha = landed.ToDictionary(ledger => ledger.Sha256, ledger => ledger.File, StringComparer.Ordinal);
        return new DecidedFiles(headers, standing, [.. aboutRows.Where(decision => bySha.ContainsKey(decision.FileSha256!)).Select(decision => Twin(decision, bySha[decision.FileSha256!], headers)).OfType<TwinDecision>()]);
    }

    /// <summary>Contents decided to be no ledger, readable or not.</summary>
    public bool Ignores(string sha256) => _byFile[sha256].Any(decision => decision.Kind is DecisionKind.FileIgnored);

    /// <summary>A sheet of the file by the name people know it by: its own, as shown with phones masked, or a csv's under any of its names.</summary>
    public static LandedSheet? SheetCalled(LandedFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Sheets.FirstOrDefault(sheet => sheet.Name == name)
            ?? file.Sheets.FirstOrDefault(sheet => ShownNames.Of(file.Sheets)[sheet.Number] == name)
            ?? (file.Sheets is [var only] && file.FileNames.Any(named => named == name || named.EndsWith("/" + name, StringComparison.Ordinal)) ? only : null);
    }

    public LandedFile Of(string sha256, LandedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var own = _byFile[sha256].ToList();
        if (own.Count == 0 && !_hasTwins) return file;
        var aboutFile = own.Where(decision => !IsAboutRow(decision)).ToList();
        return file with
        {
            Settings = Settled(file.Settings, aboutFile.Where(decision => decision.Sheet is null)),
            SheetSettings = BySheet(file, aboutFile),
            IsIgnored = aboutFile.Exists(decision => decision.Kind is DecisionKind.FileIgnored),
            IsDecided = aboutFile.Count > 0,
            Sheets = [.. file.Sheets.Select(sheet => Corrected(sheet, [.. own.Where(decision => IsAboutRow(decision) && SheetCalled(file, decision.Sheet!)?.Number == sheet.Number)]))],
        };
    }

    /// <summary>A hazard's decisions name a file too, but change nothing of how it is read.</summary>
    private static bool IsAboutFile(Decision decision) =>
        decision.Kind is DecisionKind.FileMonth or DecisionKind.FileSender or DecisionKind.FileBlankHazard or DecisionKind.FileIgnored || IsAboutRow(decision);

    private static bool IsAboutRow(Decision decision) => decision.Kind is DecisionKind.Row or DecisionKind.Cell;

    private static LandSettings Settled(LandSettings settings, IEnumerable<Decision> decisions) => decisions.Aggregate(settings, (before, decision) => decision.Kind switch
    {
        DecisionKind.FileMonth => before with { Month = LedgerMonth.Parse(decision.Value!) },
        DecisionKind.FileSender => before with { From = decision.Value },
        DecisionKind.FileBlankHazard => before with { BlankHazardIsVisit = decision.Value == "visit" },
        _ => before,
    });

    private static Dictionary<int, LandSettings> BySheet(LandedFile file, List<Decision> decisions) => decisions
        .Where(decision => decision.Sheet is not null)
        .Select(decision => (Sheet: SheetCalled(file, decision.Sheet!), Decision: decision))
        .Where(pair => pair.Sheet is not null)
        .GroupBy(pair => pair.Sheet!.Number, pair => pair.Decision)
        .ToDictionary(group => group.Key, group => Settled(new LandSettings(), group));

    private LandedSheet Corrected(LandedSheet sheet, IReadOnlyList<Decision> own)
    {
        if (own.Count == 0 && !_hasTwins) return sheet;
        var byRow = own.ToLookup(decision => decision.RowNumber!.Value);
        var decided = new Dictionary<int, DecidedRow>();
        var rows = new LedgerRow[sheet.Rows.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = Corrected(sheet, sheet.Rows[i], byRow[sheet.Rows[i].Number], decided);
        return decided.Count == 0 ? sheet : sheet with { Rows = rows, Decided = decided };
    }

    private LedgerRow Corrected(LandedSheet sheet, LedgerRow row, IEnumerable<Decision> own, Dictionary<int, DecidedRow> decided)
    {
        var acts = (_hasTwins && RowTwin.KeyOf(row) is { } key ? _byTwin[key].Select(twin => (twin.Decision, twin.Column)) : [])
            .Concat(own.Select(decision => (decision, ColumnOf(decision, sheet, _headers))));
        foreach (var (decision, column) in acts)
        {
            if (decision.Kind is DecisionKind.Row) decided[row.Number] = decision.Value == "visit" ? DecidedRow.Visit : DecidedRow.Skip;
            else if (column is { } at)
            {
                row = WithCell(row, at, decision.Value ?? "");
                decided.TryAdd(row.Number, DecidedRow.Corrected);
            }
        }

        return row;
    }

    private static int? ColumnOf(Decision decision, LandedSheet sheet, HeaderNames headers) =>
        decision.Kind is DecisionKind.Cell ? ColumnPlace.Of(decision.ColumnName!, sheet, decision.RowNumber!.Value, headers) : null;

    /// <summary>The mark of a formula's error goes with the last cell that shows one.</summary>
    private static LedgerRow WithCell(LedgerRow row, int column, string text)
    {
        var hadError = column < row.Cells.Length && CellText.IsFormulaError(row.Cells[column]);
        string[] cells = [.. row.Cells, .. Enumerable.Repeat("", Math.Max(0, column + 1 - row.Cells.Length))];
        cells[column] = text;
        var marks = hadError && !Array.Exists(cells, CellText.IsFormulaError) ? row.Marks & ~RowMarks.FormulaError : row.Marks;
        return row with { Cells = cells, Marks = marks };
    }

    private static TwinDecision? Twin(Decision decision, LandedFile file, HeaderNames headers)
    {
        if (SheetCalled(file, decision.Sheet!) is not { } sheet) return null;
        if (sheet.Rows.FirstOrDefault(row => row.Number == decision.RowNumber) is not { } row || RowTwin.KeyOf(row) is not { } key) return null;
        return new TwinDecision(key, decision, ColumnOf(decision, sheet, headers));
    }

    private sealed record TwinDecision(string Key, Decision Decision, int? Column);
}
