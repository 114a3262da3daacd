using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>
/// Reads what a landed file says. The same file, settings and lexicon give the same reading, whatever was read before.
/// Remembers distinct texts: use one instance for many files, from one thread at a time.
/// </summary>
public sealed class LedgerReading(Lexicon lexicon)
{
    private readonly Remembered _words = new(lexicon);

    public FileReading Read(LandedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.IsIgnored) return Ignored(file);
        var warnings = new SortedSet<string>(StringComparer.Ordinal);
        if (file.IsDecided) warnings.Add(ReasonCodes.Decided);
        var (rows, parts) = Walk(file, warnings);
        parts = WithoutEmpty(parts);
        if (parts.Count == 0) parts.AddRange(Unread(file, rows));
        SkipStrangers(rows, parts, warnings);
        var settled = new PartSettling(lexicon, file).Settle(parts);
        return Build(rows, parts, settled, warnings);
    }

    private static FileReading Ignored(LandedFile file) => new(
        [],
        [.. file.Sheets.SelectMany(sheet => sheet.Rows.Select(row => new RowReading(sheet.Number, row.Number, null, RowKind.Skipped, ReasonCodes.DecidedSkip, null, null, null, null, [ReasonCodes.Decided])))],
        [],
        [ReasonCodes.Decided]);

    private (List<DraftRow> Rows, List<DraftPart> Parts) Walk(LandedFile file, SortedSet<string> warnings)
    {
        var (rows, parts) = (new List<DraftRow>(), new List<DraftPart>());
        (LedgerHeader, DraftPart)? carried = null;
        foreach (var sheet in file.Sheets)
        {
            if (OwnSheets.ReasonOf(sheet) is { } own)
            {
                rows.AddRange(Skipped(sheet, own));
                continue;
            }

            if (sheet.IsHidden)
            {
                if (sheet.Rows.Count > 0) warnings.Add(ReasonCodes.HiddenSheet);
                rows.AddRange(Skipped(sheet, ReasonCodes.HiddenSheet));
                continue;
            }

            var walk = new SheetWalk(sheet, lexicon, file.SettingsOf(sheet.Number), warnings);
            rows.AddRange(walk.Walk(PartSettling.IsWordTable(sheet.Name) ? carried : null));
            parts.AddRange(walk.Parts);
            if (parts.Count > 0 && walk.Header is { IsComplete: true } header) carried = (header, parts[^1]);
        }

        if (rows.Exists(row => row.Source.Marks.HasFlag(RowMarks.Struck))) warnings.Add(ReasonCodes.StruckRows);
        if (rows.Exists(row => row.Source.Marks.HasFlag(RowMarks.Hidden))) warnings.Add(ReasonCodes.HiddenRows);
        return (rows, parts);
    }

    private static IEnumerable<DraftRow> Skipped(LandedSheet sheet, string reason)
    {
        foreach (var row in sheet.Rows)
        {
            var draft = new DraftRow(sheet.Number, row);
            draft.Skip(reason);
            yield return draft;
        }
    }

    /// <summary>An unused template beside a filled ledger is no ledger; alone, it waits until somebody says what it means.</summary>
    private static List<DraftPart> WithoutEmpty(List<DraftPart> parts)
    {
        var filled = parts.Where(part => part.Entries.Count > 0 || part.SaysZero || part.LacksColumn).ToList();
        if (filled.Count > 0 || parts.Count == 0) return filled;
        parts[0].Reason = ReasonCodes.EmptyTable;
        return [parts[0]];
    }

    /// <summary>No table of the file has a header: all its words wait.</summary>
    private static IEnumerable<DraftPart> Unread(LandedFile file, List<DraftRow> rows)
    {
        if (file.Sheets.FirstOrDefault(sheet => !sheet.IsHidden && OwnSheets.ReasonOf(sheet) is null) is not { } sheet) yield break;
        var part = new DraftPart(sheet, headerRow: null) { Reason = ReasonCodes.NoHeader };
        part.Lines.AddRange(sheet.Heading);
        foreach (var row in rows.Where(row => row.Reason == ReasonCodes.Title))
        {
            row.Part = part;
            row.Wait(ReasonCodes.NoHeader);
        }

        yield return part;
    }

    /// <summary>Sheets without a ledger beside sheets with one (cover, statistics, contacts) are skipped, and said so.</summary>
    private static void SkipStrangers(List<DraftRow> rows, List<DraftPart> parts, SortedSet<string> warnings)
    {
        var read = parts.Select(part => part.Sheet.Number).ToHashSet();
        foreach (var row in rows)
        {
            if (row.Part is not null && !parts.Contains(row.Part)) row.Part = null;
            if (row.Part is not null || read.Contains(row.SheetNumber) || row.Reason != ReasonCodes.Title) continue;
            row.Skip(ReasonCodes.NoHeader);
            warnings.Add(ReasonCodes.UnreadSheet);
        }
    }

    private FileReading Build(List<DraftRow> rows, List<DraftPart> parts, List<PartReading> settled, SortedSet<string> warnings)
    {
        var builder = new ItemBuilder(lexicon, _words);
        var numbers = parts.Select((part, index) => (part, index)).ToDictionary(pair => pair.part, pair => pair.index);
        var (readings, items) = (new List<RowReading>(rows.Count), new List<ItemReading>(rows.Count));
        var itemCounts = new Dictionary<DraftRow, int>();
        foreach (var row in rows)
        {
            int? part = row.Part is null ? null : numbers[row.Part] + 1;
            if (row.Values is null)
            {
                readings.Add(new RowReading(row.SheetNumber, row.Source.Number, part, row.Kind, row.Reason, null, null, null, null, row.Issues.Codes));
                continue;
            }

            var (reading, rowItems) = builder.Build(row, part, row.Part is null ? null : settled[numbers[row.Part]].Month);
            readings.Add(reading);
            items.AddRange(rowItems);
            itemCounts[row] = rowItems.Count;
        }

        foreach (var total in parts.SelectMany(part => WrongTotals(part, itemCounts)))
        {
            warnings.Add(ReasonCodes.SubtotalMismatch);
            var at = rows.IndexOf(total);
            readings[at] = readings[at] with { Places = [new CodePlace(ReasonCodes.SubtotalMismatch, null, null)] };
        }

        return new FileReading(settled, readings, items, [.. warnings]);
    }

    /// <summary>The rows of stated totals that disagree: none of their numbers counts rows, hazards or units, since the total before or from the top.</summary>
    private static IEnumerable<DraftRow> WrongTotals(DraftPart part, Dictionary<DraftRow, int> itemCounts)
    {
        foreach (var (row, from, to, counts) in part.Totals)
        {
            if (counts.Count == 0) continue;
            var since = part.Entries[from..to];
            var all = part.Entries[..to];
            if (!Counted(since, itemCounts).Concat(Counted(all, itemCounts)).Any(counts.Contains)) yield return row;
        }
    }

    private static IEnumerable<int> Counted(List<DraftRow> entries, Dictionary<DraftRow, int> itemCounts)
    {
        yield return entries.Count;
        yield return entries.Count(row => row.Kind == RowKind.Hazard);
        yield return entries.Sum(row => itemCounts.GetValueOrDefault(row));
        yield return entries.Select(row => CellText.Squeeze(row.Values![(int)LedgerColumn.UnitName])).Distinct(StringComparer.Ordinal).Count();
    }
}
