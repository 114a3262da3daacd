using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>Goes down one sheet and says of each row what it is. Finds headers by their names wherever they stand, and starts a ledger under each.</summary>
internal sealed class SheetWalk
{
    private readonly LandedSheet _sheet;
    private readonly Lexicon _lexicon;
    private readonly EntryReader _entries;
    private readonly HeaderFinder _headers;
    private readonly MergeFill _merges;
    private readonly List<DraftRow> _rows = [];
    private readonly List<string> _pending = [];
    private readonly SortedSet<string> _warnings;
    private DraftPart? _part;
    private LedgerHeader? _header;
    private bool _saysZero;

    public SheetWalk(LandedSheet sheet, Lexicon lexicon, LandSettings settings, SortedSet<string> warnings)
    {
        _sheet = sheet;
        _lexicon = lexicon;
        _warnings = warnings;
        _headers = new HeaderFinder(lexicon.Headers, sheet.Rows, sheet.Merges);
        _merges = new MergeFill(sheet.Merges);
        _entries = new EntryReader(_merges, settings, lexicon, sheet.Name);
        _pending.AddRange(sheet.Heading);
        _saysZero = sheet.Heading.Any(line => CleanVisitWords.IsZeroReport(line));
    }

    public List<DraftPart> Parts { get; } = [];

    /// <summary>The last header in force, for a Word table that goes on in the next one without a header of its own.</summary>
    public LedgerHeader? Header => _header;

    /// <param name="carried">A header and ledger that go on from the table before; used only when this sheet has no header of its own.</param>
    public List<DraftRow> Walk((LedgerHeader Header, DraftPart Part)? carried)
    {
        if (carried is { } before && GoesOn(before.Header)) GoOn(before.Header, before.Part);
        for (var i = 0; i < _sheet.Rows.Count; i++)
        {
            var row = _sheet.Rows[i];
            if (!IsSkipped(row) && (_header is null || _headers.MayBegin(row)) && _headers.At(i) is { } header)
            {
                for (var below = 0; below < header.Height; below++) Add(_sheet.Rows[i + below]).Skip(ReasonCodes.Header);
                i += header.Height - 1;
                Begin(header, _sheet.Rows[i].Number);
                continue;
            }

            _merges.MoveTo(row);
            Read(row);
        }

        Close();
        return _rows;
    }

    private DraftRow Add(LedgerRow row)
    {
        _merges.MoveTo(row);
        var draft = new DraftRow(_sheet.Number, row) { Part = _part, Decided = DecidedAbout(row) };
        if (draft.Decided is not null) draft.Issues.Add(ReasonCodes.Decided, null);
        _rows.Add(draft);
        return draft;
    }

    private DecidedRow? DecidedAbout(LedgerRow row) => _sheet.Decided.TryGetValue(row.Number, out var decided) ? decided : null;

    private bool IsSkipped(LedgerRow row) => DecidedAbout(row) is DecidedRow.Skip;

    private bool GoesOn(LedgerHeader header) =>
        _sheet.Heading.Count == 0 && _sheet.Rows.Count > 0
        && !Enumerable.Range(0, _sheet.Rows.Count).Any(i => _headers.At(i) is not null)
        && _sheet.Rows.Max(row => row.Cells.Length) <= header.Width
        && _sheet.Rows.Any(row => header.Positions[LedgerColumn.Hazard] < row.Cells.Length && header.Positions[LedgerColumn.UnitName] < row.Cells.Length);

    private void GoOn(LedgerHeader header, DraftPart part)
    {
        (_header, _part) = (header, part);
        _entries.Use(header, firstRow: 1);
    }

    private void Begin(LedgerHeader header, int lastHeaderRow)
    {
        if (header.Unknown.Count > 0) _warnings.Add(ReasonCodes.UnknownColumn);
        if (header.Repeated.Count > 0) _warnings.Add(ReasonCodes.DuplicateColumn);
        if (header.LacksPlanColumn) _warnings.Add(ReasonCodes.MissingColumn);
        var goesOn = _part is not null && header.IsComplete != _part.LacksColumn && !_pending.Exists(SaysWhoOrWhen);
        if (!goesOn)
        {
            _part = new DraftPart(_sheet, lastHeaderRow)
            {
                LacksColumn = !header.IsComplete,
                SaysZero = _saysZero,
                Header = new HeaderReading(lastHeaderRow - header.Height + 1, lastHeaderRow, header.Positions, header.Unknown, header.Repeated),
            };
            Parts.Add(_part);
            _entries.Restart();
        }

        _part!.Lines.AddRange(_pending);
        _pending.Clear();
        foreach (var row in _rows.TakeLast(header.Height)) row.Part = _part;
        _header = header;
        _entries.Use(header, lastHeaderRow + 1);
        _saysZero = false;
    }

    /// <summary>A line between two headers that names a month or a sender begins another ledger; a page's running title may repeat the same.</summary>
    private bool SaysWhoOrWhen(string line) =>
        !_part!.Lines.Contains(line, StringComparer.Ordinal)
        && (MonthWords.Read(line).Any(reading => reading.IsOutright) || TitleLines.Sender(line) is not null || _lexicon.Senders.FindIn(line).Count > 0);

    private void Read(LedgerRow row)
    {
        var draft = Add(row);
        if (draft.Decided is DecidedRow.Skip && (_header is null || _part is null or { LacksColumn: true })) draft.Skip(ReasonCodes.DecidedSkip);
        else if (_header is null || _part is null) ReadAbove(draft);
        else if (_part.LacksColumn) ReadUnplaced(draft);
        else _entries.Read(draft, _part, _pending);
    }

    private void ReadAbove(DraftRow draft)
    {
        var line = TitleLines.Of(draft.Source);
        if (line.Length == 0)
        {
            draft.Skip(ReasonCodes.Blank);
            return;
        }

        _pending.Add(line);
        var isZero = CleanVisitWords.IsZeroReport(line) && !LineWords.IsTitle(CellText.Squeeze(line));
        _saysZero |= isZero;
        draft.Skip(isZero ? ReasonCodes.ZeroReport : ReasonCodes.Title);
    }

    private static void ReadUnplaced(DraftRow draft)
    {
        if (TitleLines.Of(draft.Source).Length == 0) draft.Skip(ReasonCodes.Blank);
        else draft.Wait(ReasonCodes.MissingColumn);
    }

    /// <summary>A sheet without a header is a zero report when it says so, else no ledger.</summary>
    private void Close()
    {
        if (_part is not null)
        {
            _part.Lines.AddRange(_pending);
            return;
        }

        if (!_saysZero) return;
        _part = new DraftPart(_sheet, headerRow: null) { SaysZero = true };
        _part.Lines.AddRange(_pending);
        Parts.Add(_part);
        foreach (var row in _rows) row.Part = _part;
    }
}
