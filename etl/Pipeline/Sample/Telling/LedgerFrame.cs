using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline.Sample.Files;
using SafetyAnalytics.Pipeline.Sample.World;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>What stands around a ledger's rows: title and sender above, the header, totals and signature below.</summary>
internal sealed class LedgerFrame(int seed, Letter letter, Habits habits, ColumnHead[] columns, ISet<Mess> shown)
{
    public Sheet Begin(string name, DateTimeOffset receivedAt)
    {
        var sheet = new Sheet(name, [.. columns.Select(column => column.Width)]);
        if (!habits.Has(Mess.TitleRows)) return sheet;
        var month = letter.Kind == LetterKind.MonthConflict ? letter.Month.Plus(-1) : letter.Month;
        var pattern = letter.Kind == LetterKind.MonthConflict && !habits.Title.Contains("{m}") ? "{y}年{m}月" + habits.Title : habits.Title;
        var title = FileNames.Fill(pattern, month);
        var filledOn = receivedAt.Month == letter.Month.Month ? receivedAt : receivedAt.AddDays(-1);
        var sender = $"填报单位：{letter.Submitter.Name}" + Phrases.Text($"　　　　填报时间：{filledOn.Year}年{filledOn.Month}月{filledOn.Day}日");
        if (habits.Kind == FileKind.Docx)
        {
            sheet.Heading.AddRange([title, sender]);
        }
        else
        {
            sheet.AddAcross(RowRole.Title, title);
            sheet.AddAcross(RowRole.Line, sender);
        }

        shown.Add(Mess.TitleRows);
        return sheet;
    }

    public void AddHeader(Sheet sheet)
    {
        foreach (var mess in new[] { Mess.HeaderLineBreaks, Mess.HeaderSynonyms, Mess.TwoRowHeader, Mess.ExtraColumns })
        {
            if (habits.Has(mess)) shown.Add(mess);
        }

        if (!habits.Has(Mess.TwoRowHeader))
        {
            sheet.Add(RowRole.Header, [.. columns.Select(column => (SheetCell)column.Label(habits))]);
            return;
        }

        var upper = sheet.Add(RowRole.Header, [.. columns.Select((column, i) => (SheetCell)UpperLabel(column, i))]);
        sheet.Add(RowRole.Header, [.. columns.Select(column => (SheetCell)(column.Parent is null ? "" : column.Label(habits)))]);
        MergeHeader(sheet, upper);
    }

    private string UpperLabel(ColumnHead column, int position)
    {
        if (column.Parent is null) return column.Label(habits);
        return position > 0 && columns[position - 1].Parent == column.Parent ? "" : column.Parent;
    }

    private void MergeHeader(Sheet sheet, int upper)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var parent = columns[i].Parent;
            if (parent is null)
            {
                sheet.Merges.Add(new CellMerge(upper, upper + 1, i, i));
                continue;
            }

            if (i > 0 && columns[i - 1].Parent == parent) continue;
            var last = Array.FindLastIndex(columns, column => column.Parent == parent);
            sheet.Merges.Add(new CellMerge(upper, upper, i, last));
        }
    }

    /// <param name="lastSequence">The last 序号 given.</param>
    public void End(Sheet sheet, int dataRows, int lastSequence)
    {
        if (habits.Has(Mess.NumberOnlyRows))
        {
            for (var i = 1; i <= 3; i++) AddShown(sheet, Mess.NumberOnlyRows, RowRole.Data, [new SheetCell(Phrases.Text($"{lastSequence + i}"), CellForm.Number)]);
        }

        if (habits.Has(Mess.Subtotal) && dataRows > 0) AddShown(sheet, Mess.Subtotal, RowRole.Data, ["合计", Phrases.Text($"共{dataRows}条")]);
        if (habits.Has(Mess.Signature)) Sign(sheet);
    }

    private void Sign(Sheet sheet)
    {
        var people = new Dice(seed, $"signature {letter.Submitter.Name}");
        var line = $"填表人：{UnitCast.Person(people)}　　　　审核人：{UnitCast.Person(people)}　　　　（盖章）";
        if (habits.Kind == FileKind.Docx) sheet.Footing.Add(line);
        else sheet.AddAcross(RowRole.Line, line);
        shown.Add(Mess.Signature);
    }

    /// <summary>Adds a row that is there for its mess.</summary>
    public void AddShown(Sheet sheet, Mess mess, RowRole role, SheetCell[] cells)
    {
        sheet.Add(role, cells);
        shown.Add(mess);
    }
}
