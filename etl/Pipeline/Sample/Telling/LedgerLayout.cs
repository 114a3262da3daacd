using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline.Sample.Files;
using SafetyAnalytics.Pipeline.Sample.World;
using Column = SafetyAnalytics.Ledgers.Words.LedgerColumn;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>A row of the layout that states something: where it stands and what it states.</summary>
internal sealed record PlacedRow(Sheet Sheet, int RowNumber, Unit Unit, bool IsDuplicate, IReadOnlyList<(Hazard Hazard, Statement Statement)> Statements);

/// <summary>A ledger as tables, before it becomes a file.</summary>
internal sealed record LaidLedger(IReadOnlyList<Sheet> Sheets, IReadOnlyList<PlacedRow> Rows, IReadOnlySet<Mess> Mess);

/// <summary>Lays a ledger's rows out the way its submitter does: groups, merges, dittos, doubled and hidden rows.</summary>
internal sealed class LedgerLayout
{
    private const int RowsPerPrintedPage = 8;

    private readonly Letter _letter;
    private readonly Habits _habits;
    private readonly ColumnHead[] _columns;
    private readonly RowWriter _writer;
    private readonly LedgerFrame _frame;
    private readonly HashSet<Mess> _shown = [];
    private readonly List<PlacedRow> _placed = [];
    private readonly Dice _dice;
    private int _sequence;
    private Dictionary<Column, string> _above = [];

    private LedgerLayout(int seed, Letter letter)
    {
        _letter = letter;
        _habits = Habits.Of(letter.Submitter.Name);
        _columns = ColumnHead.Of(_habits);
        _writer = new RowWriter(seed, letter.Submitter, letter.Month, _habits, _shown);
        _frame = new LedgerFrame(seed, letter, _habits, _columns, _shown);
        _dice = new Dice(seed, $"layout {letter.Submitter.Name} {letter.Month}");
    }

    public static LaidLedger Lay(int seed, Letter letter, IReadOnlyList<Entry> entries, DateTimeOffset receivedAt)
    {
        var layout = new LedgerLayout(seed, letter);
        var sheets = entries.Count == 0 ? [layout.ZeroReport(receivedAt)] : layout.Parts(entries).Select(part => layout.Lay(part.Name, part.Entries, receivedAt)).ToList();
        if (layout._habits.Kind == FileKind.CsvGb18030) layout._shown.Add(Mess.Gb18030);
        if (sheets.Count > 1) layout._shown.Add(Mess.SeveralSheets);
        return new LaidLedger(sheets, layout._placed, layout._shown);
    }

    private IEnumerable<(string Name, IReadOnlyList<Entry> Entries)> Parts(IReadOnlyList<Entry> entries) => _habits.Has(Mess.SeveralSheets)
        ? entries.GroupBy(entry => entry.Unit.Kind.Name is "养老院" ? "养老机构" : "学校幼儿园").OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => (part.Key, (IReadOnlyList<Entry>)[.. part]))
        : [(SheetName(), entries)];

    private string SheetName() => _letter.Submitter.Community is null ? "Sheet1" : "隐患台账";

    private Sheet ZeroReport(DateTimeOffset receivedAt)
    {
        var sheet = _frame.Begin(SheetName(), receivedAt);
        if (_habits.Has(Mess.NoTable))
        {
            _shown.Add(Mess.NoTable);
            sheet.Heading.Add(_dice.Pick(["本月无隐患。", "经排查，本月未发现安全隐患，特此报告。", $"{_letter.Submitter.Name}本月无隐患，特此报告。"]));
            return sheet;
        }

        _frame.AddHeader(sheet);
        sheet.Add(RowRole.Data, _dice.Chance(0.5) ? ["", "无"] : ["本月无隐患"]);
        _frame.End(sheet, 0, _sequence);
        return sheet;
    }

    private Sheet Lay(string name, IReadOnlyList<Entry> entries, DateTimeOffset receivedAt)
    {
        var sheet = _frame.Begin(name, receivedAt);
        _frame.AddHeader(sheet);
        _sequence = 0;
        var dataRows = 0;
        var turnAt = RowsPerPrintedPage;
        foreach (var (group, members) in Groups(entries))
        {
            if (group is not null) AddGroup(sheet, group);
            foreach (var entry in members)
            {
                if (_habits.Has(Mess.RepeatedHeader) && dataRows >= turnAt)
                {
                    TurnPage(sheet);
                    turnAt += RowsPerPrintedPage;
                }

                dataRows += Add(sheet, entry);
                if (_habits.Has(Mess.BlankRows) && _dice.Chance(0.12)) _frame.AddShown(sheet, Mess.BlankRows, RowRole.Blank, []);
            }
        }

        _frame.End(sheet, dataRows, _sequence);
        return sheet;
    }

    /// <summary>By sector under headings of their own, where the submitter groups; visits come last under their unit's sector.</summary>
    private IEnumerable<(string? Group, IEnumerable<Entry> Members)> Groups(IReadOnlyList<Entry> entries)
    {
        if (!_habits.Has(Mess.GroupRows)) return [(null, entries)];
        return entries
            .SelectMany(entry => entry.IsVisit ? [entry] : entry.Hazards.Select(told => entry with { Hazards = [told] }))
            .GroupBy(SectorOf)
            .Select(group => ((string?)group.Key, group.AsEnumerable()));
    }

    private static string SectorOf(Entry entry) =>
        entry.IsVisit ? entry.Unit.Kind.Sector : entry.Hazards[0].Hazard.Defect.Category.Sector ?? entry.Unit.Kind.Sector;

    private void AddGroup(Sheet sheet, string sector)
    {
        var ordinal = sheet.Rows.Count(row => row.Role == RowRole.Group);
        sheet.AddAcross(RowRole.Group, $"{"一二三四五六七八九十"[ordinal % 10]}、{sector}领域");
        _shown.Add(Mess.GroupRows);
        if (_habits.Has(Mess.SequenceQuirks)) _sequence = 0;
    }

    private void TurnPage(Sheet sheet)
    {
        if (_habits.Has(Mess.ContinuationNote)) _frame.AddShown(sheet, Mess.ContinuationNote, RowRole.Line, ["转下页"]);
        _shown.Add(Mess.RepeatedHeader);
        _frame.AddHeader(sheet);
        _above = [];
    }

    /// <summary>Adds an entry's rows and says how many.</summary>
    private int Add(Sheet sheet, Entry entry)
    {
        if (entry.IsVisit) return Place(sheet, entry.Unit, _writer.Visit(entry), isHidden: false);
        if (_habits.Grouping == Grouping.OneRow) return Place(sheet, entry.Unit, _writer.Hazards(entry, entry.Hazards), isHidden: false);
        var first = sheet.Rows.Count + 1;
        foreach (var told in entry.Hazards)
        {
            var isHidden = _habits.Has(Mess.HiddenRows) && Hazard.IsClosed(told.Status) && _dice.Chance(0.6);
            if (isHidden) _shown.Add(Mess.HiddenRows);
            Place(sheet, entry.Unit, _writer.Hazards(entry, [told]), isHidden, isFollower: sheet.Rows.Count >= first && _habits.Grouping == Grouping.MergedUnit);
        }

        if (_habits.Grouping == Grouping.MergedUnit && entry.Hazards.Count > 1) MergeUnit(sheet, first);
        else if (_habits.Has(Mess.DuplicateRows) && _dice.Chance(0.08)) Duplicate(sheet);
        return sheet.Rows.Count + 1 - first;
    }

    private int Place(Sheet sheet, Unit unit, WrittenRow written, bool isHidden, bool isFollower = false)
    {
        var number = sheet.Add(RowRole.Data, [.. _columns.Select(head => Cell(head.Column, written, isFollower))], isHidden);
        _above = written.Cells.ToDictionary(cell => cell.Key, cell => cell.Value.Text);
        if (written.Statements.Any(told => told.Hazard.Reporters.Count > 1)) _shown.Add(Mess.SharedHazards);
        if (_habits.Has(Mess.Cumulative) && written.Statements.Any(told => IsHistory(told.Hazard))) _shown.Add(Mess.Cumulative);
        _placed.Add(new PlacedRow(sheet, number, unit, false, written.Statements));
        return 1;
    }

    private bool IsHistory(Hazard hazard) => hazard.LastToldBy(_letter.Submitter.Name) is { } last && Hazard.IsClosed(last);

    private SheetCell Cell(Column column, WrittenRow written, bool isFollower)
    {
        if (column == Column.Sequence) return isFollower ? "" : Sequence();
        if (isFollower && IsUnitColumn(column)) return "";
        var cell = written.Cells.GetValueOrDefault(column, "");
        var isDitto = _habits.Has(Mess.Ditto)
            && column is (Column.ResponsibleUnit or Column.ResponsiblePerson)
            && cell.Text.Length > 0 && _above.GetValueOrDefault(column) == cell.Text;
        if (!isDitto) return cell;
        _shown.Add(Mess.Ditto);
        return _habits.Kind == FileKind.Docx ? "〃" : "同上";
    }

    private SheetCell Sequence()
    {
        _sequence++;
        if (!_habits.Has(Mess.SequenceQuirks)) return new SheetCell(Phrases.Text($"{_sequence}"), CellForm.Number);
        _shown.Add(Mess.SequenceQuirks);
        return _dice.Below(4) switch
        {
            0 => Phrases.Text($"{_sequence}、"),
            1 => Phrases.FullWidth(Phrases.Text($"{_sequence}")),
            2 => "",
            _ => Phrases.Text($"{_sequence}"),
        };
    }

    private static bool IsUnitColumn(Column column) => column is Column.UnitName or Column.UnitAddress or Column.UnitPerson or Column.Phone;

    private void MergeUnit(Sheet sheet, int first)
    {
        _shown.Add(Mess.MergedUnits);
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i].Column == Column.Sequence || IsUnitColumn(_columns[i].Column)) sheet.Merges.Add(new CellMerge(first, sheet.Rows.Count, i, i));
        }
    }

    private void Duplicate(Sheet sheet)
    {
        var last = _placed[^1];
        var cells = sheet.Rows[last.RowNumber - 1].Cells.ToArray();
        cells[0] = Sequence();
        var number = sheet.Add(RowRole.Data, cells);
        _placed.Add(last with { RowNumber = number, IsDuplicate = true });
        _shown.Add(Mess.DuplicateRows);
    }
}
