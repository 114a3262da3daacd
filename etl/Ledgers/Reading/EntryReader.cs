using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>Reads the rows below a header: what each is, and what its columns say once merges and 同上 are resolved. Blanks outside a merge are never filled.</summary>
internal sealed class EntryReader(MergeFill merges, LandSettings settings, Lexicon lexicon, string sheetName)
{
    private static readonly int Columns = Enum.GetValues<LedgerColumn>().Length;

    private string[] _above = [];
    private int[] _positions = [];
    private LedgerHeader? _header;
    private int _firstRow;
    private int _totalled;
    private readonly RowContext _sheet = RowContext.OfSheet(lexicon.SectorIn(sheetName), lexicon.CommunityIn(sheetName));
    private RowContext _context = RowContext.None;
    private DraftRow? _last;
    private bool _isAdjacent;

    /// <summary>A new ledger: nothing above it counts.</summary>
    public void Restart()
    {
        _above = [.. Enumerable.Repeat("", Columns)];
        _context = _sheet;
        _last = null;
        _totalled = 0;
    }

    /// <param name="firstRow">The first row below the header: regions that begin above it give nothing.</param>
    public void Use(LedgerHeader header, int firstRow)
    {
        if (_above.Length == 0) Restart();
        _header = header;
        _firstRow = firstRow;
        _positions = [.. Enum.GetValues<LedgerColumn>().Select(column => header.Positions.TryGetValue(column, out var at) ? at : -1)];
    }

    public void Read(DraftRow draft, DraftPart part, List<string> pending)
    {
        var filled = Filled(draft.Source);
        if (draft.Decided is DecidedRow.Skip) Skip(draft);
        else if (filled.Count == 0)
        {
            if (draft.Source.Marks.HasFlag(RowMarks.Picture)) draft.Wait(ReasonCodes.PictureOnly);
            else draft.Skip(ReasonCodes.Blank);
            _isAdjacent = false;
        }
        else if (ReadLine(draft, part, filled, pending) is { } reason)
        {
            draft.Skip(reason);
            // A page's turn does not part a row from its continuation; a total or a group heading does.
            if (reason != ReasonCodes.ContinuationNote) _isAdjacent = false;
        }
        else
        {
            ReadEntry(draft, part, filled);
        }
    }

    /// <summary>Its unit still stands above the next row: 同上 there must not mean another one. Nothing goes on from it.</summary>
    private void Skip(DraftRow draft)
    {
        if (Filled(draft.Source).Count > 1 && Resolve(draft) is var values && HasEntry(values)) _above = values;
        draft.Skip(ReasonCodes.DecidedSkip);
        (_last, _isAdjacent) = (draft, false);
    }

    private static List<(int Column, string Text)> Filled(LedgerRow row)
    {
        var filled = new List<(int, string)>(row.Cells.Length);
        for (var i = 0; i < row.Cells.Length; i++)
            if (row.Cells[i].Length > 0 && CellText.Squeeze(row.Cells[i]) is { Length: > 0 } text) filled.Add((i, text));
        return filled;
    }

    /// <summary>The reason to skip a row that is a line of its own; null for an entry.</summary>
    private string? ReadLine(DraftRow draft, DraftPart part, List<(int Column, string Text)> filled, List<string> pending)
    {
        var isLone = filled.Count == 1;
        var (column, text) = filled[0];
        if (isLone && column == At(LedgerColumn.Sequence) && LineWords.IsNumber(text)) return ReasonCodes.Blank;
        if (LineWords.IsColumnNumbers([.. filled.Select(cell => cell.Text)])) return ReasonCodes.Header;
        if (isLone && LineWords.IsContinuationNote(text)) return ReasonCodes.ContinuationNote;
        if (LineWords.IsSubtotal(text) && IsTotalRow(filled)) return Total(draft, part, filled);
        if (IsSignatureRow(filled) || (isLone && LineWords.IsDay(text) && !IsIn(column, LedgerColumn.Deadline))) return Foot(part, draft.Source, pending: null, ReasonCodes.Signature);
        if (SaysNothingFound(filled)) return Zero(part);
        if (!isLone || IsIn(column, LedgerColumn.Hazard) || IsIn(column, LedgerColumn.Measures)) return null;
        var isAcross = merges.WidthAt(draft.Source.Number) * 2 >= _header!.Width || column == 0 || IsIn(column, LedgerColumn.Sequence);
        if (LineWords.IsNote(text)) return ReasonCodes.Note;
        if (LineWords.IsTitle(text) && (isAcross || text.Contains("填报", StringComparison.Ordinal))) return Foot(part, draft.Source, pending, ReasonCodes.Title);
        if (LineWords.IsNumberedGroup(text) || (isAcross && !IsIn(column, LedgerColumn.UnitName) && text.Length <= 40)) return Group(text);
        return isAcross && !IsIn(column, LedgerColumn.UnitName) ? ReasonCodes.Note : null;
    }

    private static string Foot(DraftPart part, LedgerRow row, List<string>? pending, string reason)
    {
        (pending ?? part.Lines).Add(TitleLines.Of(row));
        return reason;
    }

    private string Group(string text)
    {
        _context = _context.Under(lexicon.SectorIn(text), lexicon.CommunityIn(text), _sheet);
        return ReasonCodes.Group;
    }

    private string Total(DraftRow draft, DraftPart part, List<(int Column, string Text)> filled)
    {
        part.Totals.Add((draft, _totalled, part.Entries.Count, LineWords.Counts(string.Join(' ', filled.Select(cell => cell.Text)))));
        _totalled = part.Entries.Count;
        return ReasonCodes.Subtotal;
    }

    private static string Zero(DraftPart part)
    {
        part.SaysZero = true;
        return ReasonCodes.ZeroReport;
    }

    /// <summary>A total states numbers, not a hazard.</summary>
    private bool IsTotalRow(List<(int Column, string Text)> filled) =>
        (!IsIn(filled[0].Column, LedgerColumn.Hazard) || LineWords.IsSum(filled[0].Text))
        && filled.Skip(1).All(cell => !IsIn(cell.Column, LedgerColumn.Hazard) || LineWords.Counts(cell.Text).Count > 0 || CellText.IsPlaceholder(cell.Text));

    private bool IsSignatureRow(List<(int Column, string Text)> filled)
    {
        if (!filled.Exists(cell => LineWords.IsSignature(cell.Text))) return false;
        if (filled[0].Column == At(LedgerColumn.Sequence) && filled[0].Text.All(char.IsAsciiDigit)) return false;
        return filled.TrueForAll(cell => LineWords.IsSignature(cell.Text) || LineWords.IsSignatureFiller(cell.Text));
    }

    /// <summary>无 without a unit: the month had none. Strokes alone say nothing.</summary>
    private bool SaysNothingFound(List<(int Column, string Text)> filled)
    {
        var entries = filled.Where(cell => cell.Column != At(LedgerColumn.Sequence) || filled.Count == 1).ToArray();
        var says = false;
        foreach (var (column, text) in entries)
        {
            var isZero = CleanVisitWords.IsZeroReport(text) || (IsIn(column, LedgerColumn.Hazard) && CleanVisitWords.IsCleanVisit(text));
            if (!isZero && !CellText.IsPlaceholder(text)) return false;
            says |= isZero;
        }

        return says && UnitIsBlank(entries);
    }

    private bool UnitIsBlank((int Column, string Text)[] entries) =>
        !Array.Exists(entries, cell => IsIn(cell.Column, LedgerColumn.UnitName) && !CellText.IsPlaceholder(cell.Text) && !CleanVisitWords.IsZeroReport(cell.Text));

    private void ReadEntry(DraftRow draft, DraftPart part, List<(int Column, string Text)> filled)
    {
        var values = Resolve(draft);
        if (filled.TrueForAll(cell => IsIn(cell.Column, LedgerColumn.Sequence) || CellText.IsPlaceholder(cell.Text)) && !HasEntry(values))
        {
            draft.Skip(ReasonCodes.Blank);
            _isAdjacent = false;
            return;
        }

        if (GoesOn(draft, filled, values)) return;
        (draft.Values, draft.Header) = (values, _header);
        draft.Context = _context;
        Classify(draft, values);
        part.Entries.Add(draft);
        _above = values;
        (_last, _isAdjacent) = (draft, true);
    }

    private static bool HasEntry(string[] values) =>
        !CellText.IsPlaceholder(values[(int)LedgerColumn.UnitName]) || !CellText.IsPlaceholder(values[(int)LedgerColumn.Hazard]);

    private void Classify(DraftRow draft, string[] values)
    {
        var unit = values[(int)LedgerColumn.UnitName];
        var hazard = values[(int)LedgerColumn.Hazard];
        var isVisit = draft.Decided is DecidedRow.Visit;
        var isHazardDitto = !isVisit && LineWords.IsDitto(CellText.Squeeze(hazard));
        if (IsDittoOrReference(unit) || isHazardDitto) draft.Wait(ReasonCodes.DittoWithoutAntecedent, isHazardDitto && !IsDittoOrReference(unit) ? LedgerColumn.Hazard : LedgerColumn.UnitName);
        else if (CellText.IsPlaceholder(unit)) draft.Wait(ReasonCodes.NoUnit);
        else if (isVisit || CleanVisitWords.IsCleanVisit(hazard)) draft.Kind = RowKind.Visit;
        else if (!CellText.IsPlaceholder(hazard)) draft.Kind = RowKind.Hazard;
        else if (settings.BlankHazardIsVisit is true) draft.Kind = RowKind.Visit;
        else draft.Wait(ReasonCodes.NoHazardText);
    }

    private static bool IsDittoOrReference(string unit) => LineWords.IsReference(CellText.Squeeze(unit)) || LineWords.IsDitto(CellText.Squeeze(unit));

    /// <summary>
    /// Text of the row above that took another line: only the hazard (or only the measures) is filled; or unit and hazard are one merged region with the row above.
    /// </summary>
    private bool GoesOn(DraftRow draft, List<(int Column, string Text)> filled, string[] values)
    {
        var isLone = filled.Count == 1 && (IsIn(filled[0].Column, LedgerColumn.Hazard) || IsIn(filled[0].Column, LedgerColumn.Measures)) && !IsRegion(draft, LedgerColumn.UnitName);
        var isOneRegion = IsRegion(draft, LedgerColumn.UnitName) && IsRegion(draft, LedgerColumn.Hazard);
        if (!isLone && !isOneRegion) return false;
        if (_last is not { Kind: RowKind.Hazard } above || !_isAdjacent) return false;
        foreach (var column in (ReadOnlySpan<LedgerColumn>)[LedgerColumn.Hazard, LedgerColumn.Measures, LedgerColumn.Deadline, LedgerColumn.Remark])
            if (Own(draft.Source, column) is { Length: > 0 } text) above.Values![(int)column] = Joined(above.Values[(int)column], text);
        draft.Kind = RowKind.Continuation;
        draft.Reason = ReasonCodes.Continuation;
        above.Issues.Add(ReasonCodes.Continued, LedgerColumn.Hazard);
        return true;
    }

    private bool IsRegion(DraftRow draft, LedgerColumn column) =>
        At(column) >= 0 && Own(draft.Source, column).Length == 0 && merges.TextAt(draft.Source.Number, At(column), _firstRow) is { Length: > 0 };

    private static string Joined(string above, string text) => CellText.IsPlaceholder(above) ? text : above + "\n" + text;

    private string[] Resolve(DraftRow draft)
    {
        var values = new string[Columns];
        for (var i = 0; i < Columns; i++) values[i] = _positions[i] < 0 ? "" : Resolve(draft, (LedgerColumn)i, _positions[i]);
        if (_header!.SecondMeasures is { } second) values[(int)LedgerColumn.Measures] = Measures(values[(int)LedgerColumn.Measures], Resolve(draft, LedgerColumn.Measures, second));
        if (draft.Source.Marks.HasFlag(RowMarks.FormulaError)) draft.Issues.Add(ReasonCodes.FormulaError, null);
        return values;
    }

    /// <summary>Both columns' words; of two lists, which would run into one another, the later column's, where the state of the work stands.</summary>
    private static string Measures(string first, string second)
    {
        if (CellText.IsPlaceholder(second)) return first;
        if (CellText.IsPlaceholder(first) || HazardItems.Split(second).Count > 1) return second;
        return first.TrimEnd('。', '；', ';') + "；" + second;
    }

    private string Resolve(DraftRow draft, LedgerColumn column, int at)
    {
        var own = at < draft.Source.Cells.Length ? draft.Source.Cells[at] : "";
        if (CellText.IsFormulaError(own))
        {
            draft.Issues.Add(ReasonCodes.FormulaError, column);
            return "";
        }

        if (own.Length == 0 || CellText.Squeeze(own).Length == 0)
            return column == LedgerColumn.Sequence ? "" : merges.TextAt(draft.Source.Number, at, _firstRow) ?? "";
        return own.Length <= 8 && LineWords.IsDitto(CellText.Squeeze(own)) ? Ditto(draft, column, own) : own;
    }

    private string Ditto(DraftRow draft, LedgerColumn column, string own)
    {
        // Two hyphens stand for "as above" only where something stands above and the column names who or where.
        var isStroke = CellText.Squeeze(own) == "--";
        var above = _above[(int)column];
        if (above.Length > 0 && (!isStroke || column is LedgerColumn.UnitName or LedgerColumn.UnitAddress or LedgerColumn.UnitPerson or LedgerColumn.ResponsibleUnit or LedgerColumn.ResponsiblePerson)) return above;
        if (isStroke) return "";
        draft.Issues.Add(ReasonCodes.DittoWithoutAntecedent, column);
        return column is LedgerColumn.UnitName or LedgerColumn.Hazard ? own : "";
    }

    private string Own(LedgerRow row, LedgerColumn column) => At(column) is >= 0 and var at && at < row.Cells.Length && !CellText.IsFormulaError(row.Cells[at]) ? CellText.Clean(row.Cells[at]) : "";

    private int At(LedgerColumn column) => _positions[(int)column];

    private bool IsIn(int at, LedgerColumn column) => At(column) == at;
}
