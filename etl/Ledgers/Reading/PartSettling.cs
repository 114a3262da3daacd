using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>
/// Settles whose ledger of which month each part is. Options beat the file; title and sheet are the part's own words, the file's names speak for all parts.
/// Words that contradict each other settle nothing: the part waits with every reading listed.
/// </summary>
internal sealed class PartSettling(Lexicon lexicon, LandedFile file)
{
    private const string TitlePlace = "标题";
    private const string SheetPlace = "表名";
    private const string FilePlace = "文件名";

    /// <summary>Filled in on one of the month's first days, a ledger is more likely about the month before.</summary>
    private const int FirstDaysOfMonth = 5;

    private readonly string[] _names = [.. file.FileNames.Select(name => Path.GetFileNameWithoutExtension(name.Replace('\\', '/')))];

    /// <summary>Of a zip's member: the zip's name and the folders within, asked only where neither the member's name nor its words say anything.</summary>
    private readonly string[] _folders = [.. file.FileNames.SelectMany(name => name.Replace('\\', '/').Split('/')[..^1]).Select(Path.GetFileNameWithoutExtension).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Parts in order, settled or with the reason why not.</summary>
    public List<PartReading> Settle(IReadOnlyList<DraftPart> parts)
    {
        var own = Own(parts);
        var (fileMonths, fileSenders) = (Months(_names), Senders(_names));
        var (folderMonths, folderSenders) = (Months(_folders), Senders(_folders));
        // A workbook of several months (or senders), one a sheet, cannot have them all in its name.
        var severalMonths = own.SelectMany(words => words.Months.Where(m => m.Reading.IsOutright).Select(m => m.Reading.Month).Distinct()).Distinct().Count() > 1;
        var severalSenders = own.SelectMany(words => words.Senders.Select(sender => sender.Name)).Distinct(StringComparer.Ordinal).Count() > 1;
        var settled = new List<PartReading>();
        for (var i = 0; i < parts.Count; i++)
        {
            var heldMonths = severalMonths && own[i].Months.Exists(m => m.Reading.IsOutright) ? fileMonths.Where(m => m.Reading.Year is not null).Select(YearOnly) : fileMonths;
            var heldSenders = severalSenders && own[i].Senders.Count > 0 ? [] : fileSenders;
            PlacedMonth[] months = [.. own[i].Months, .. heldMonths];
            PlacedSender[] senders = [.. own[i].Senders, .. heldSenders];
            settled.Add(Settle(i + 1, parts[i], new PartWords([.. months.Length > 0 ? months : folderMonths], [.. senders.Length > 0 ? senders : folderSenders])));
        }

        return settled;
    }

    private static PlacedMonth[] Months(IEnumerable<string> names) => [.. names.SelectMany(name => MonthWords.Read(name)).Select(reading => new PlacedMonth(FilePlace, reading, IsFilledIn: false))];

    private PlacedSender[] Senders(IEnumerable<string> names) =>
        [.. names.SelectMany(name => lexicon.Senders.FindIn(name)).Distinct(StringComparer.Ordinal).Select(name => new PlacedSender(FilePlace, name, IsKnown: true))];

    private PartReading Settle(int number, DraftPart part, PartWords words)
    {
        var settings = file.SettingsOf(part.Sheet.Number);
        var (month, monthFault) = settings.Month is { } set ? (set, null) : Month(words.Months);
        var (sender, senderFault) = settings.From is { } from ? (new PlacedSender("", lexicon.Senders.Named(from) ?? CellText.Clean(from), IsKnown: true), null) : Sender(words.Senders);
        string?[] reasons = [part.LacksColumn ? ReasonCodes.MissingColumn : part.Reason, .. new[] { monthFault, senderFault }.OrderBy(fault => fault is null || !fault.EndsWith("_conflict", StringComparison.Ordinal))];
        return new PartReading(
            number,
            part.Sheet.Number,
            part.HeaderRow,
            month,
            sender?.Name,
            sender is { IsKnown: true },
            Array.Find(reasons, reason => reason is not null),
            Listed(words, settings),
            part.SaysZero && !part.Entries.Exists(row => row.Kind is RowKind.Hazard or RowKind.Visit),
            FilledOn(words, month),
            Math.Max(_names.Select(RevisionWords.Read).DefaultIfEmpty(0).Max(), part.Lines.Select(RevisionWords.Read).DefaultIfEmpty(0).Max()))
        {
            Header = part.Header,
            Reasons = [.. reasons.OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    private static PlacedMonth YearOnly(PlacedMonth month) => month.Reading.IsOutright ? month with { Reading = new MonthReading(month.Reading.Year, null) } : month;

    /// <summary>Each part's own words; a Word table without any goes on under those of the table before it.</summary>
    private List<PartWords> Own(IReadOnlyList<DraftPart> parts)
    {
        var all = new List<PartWords>();
        foreach (var part in parts)
        {
            var words = Own(part);
            if (all.Count > 0 && IsWordTable(part.Sheet.Name))
                words = new PartWords(words.Months.Count > 0 ? words.Months : all[^1].Months, words.Senders.Count > 0 ? words.Senders : all[^1].Senders);
            all.Add(words);
        }

        return all;
    }

    private PartWords Own(DraftPart part)
    {
        var words = new PartWords([], []);
        foreach (var line in part.Lines.Select(TitleLines.Of))
        {
            var title = TitleLines.WithoutLabels(line);
            words.Months.AddRange(MonthWords.Read(title).Select(reading => new PlacedMonth(TitlePlace, reading, IsFilledIn: false)));
            words.Months.AddRange(TitleLines.FilledIn(line).Select(reading => new PlacedMonth(TitlePlace, reading, IsFilledIn: true)));
            if (TitleLines.Sender(line) is { } labelled) words.Senders.AddRange(Labelled(labelled));
            if (IsTitle(title)) words.Senders.AddRange(lexicon.Senders.FindIn(title).Select(name => new PlacedSender(TitlePlace, name, IsKnown: true)));
        }

        // A csv's only sheet carries the file's name, which speaks for itself.
        if (!file.FileNames.Contains(part.Sheet.Name, StringComparer.Ordinal))
        {
            words.Months.AddRange(MonthWords.Read(part.Sheet.Name).Select(reading => new PlacedMonth(SheetPlace, reading, IsFilledIn: false)));
            words.Senders.AddRange(lexicon.Senders.FindIn(part.Sheet.Name).Select(name => new PlacedSender(SheetPlace, name, IsKnown: true)));
        }

        return new PartWords([.. words.Months.Distinct()], [.. words.Senders.Distinct()]);
    }

    /// <summary>A line that says 台账 and the like, names a month (市政办 2022年7月), or is nothing but a sender's name.</summary>
    private bool IsTitle(string line)
    {
        var squeezed = CellText.Squeeze(line);
        return LineWords.IsTitle(squeezed) || lexicon.Senders.Named(squeezed) is not null || (squeezed.Length <= 40 && MonthWords.Read(line).Any(reading => reading.IsOutright));
    }

    private IEnumerable<PlacedSender> Labelled(string name)
    {
        if (lexicon.Senders.Named(name) is { } known) return [new PlacedSender(TitlePlace, known, IsKnown: true)];
        var within = lexicon.Senders.FindIn(name);
        return within.Count > 0 ? within.Select(sender => new PlacedSender(TitlePlace, sender, IsKnown: true)) : [new PlacedSender(TitlePlace, name, IsKnown: false)];
    }

    internal static bool IsWordTable(string name) => name.Length > 1 && name[0] == '表' && name.Skip(1).All(char.IsAsciiDigit);

    private static (LedgerMonth? Month, string? Fault) Month(List<PlacedMonth> words)
    {
        var outright = words.Where(m => m.Reading.IsOutright && !m.IsFilledIn).Select(m => m.Reading).ToArray();
        var months = outright.Select(reading => reading.Month!.Value).Distinct().ToArray();
        if (months.Length > 1) return (null, ReasonCodes.MonthConflict);
        var years = words.Where(m => !m.IsFilledIn && m.Reading.Day is null && m.Reading.Year is not null).Select(m => m.Reading.Year!.Value).Distinct().ToArray();
        if (years.Length > 1) return (null, ReasonCodes.MonthConflict);
        int? year = years.Length == 1 ? years[0] : null;
        return months.Length == 1 ? WithYear(words, months[0], year) : LastResort(words, year);
    }

    private static (LedgerMonth?, string?) WithYear(List<PlacedMonth> words, int month, int? year)
    {
        if (year is { } stated) return (new LedgerMonth(stated, month), null);
        // A December ledger is filled in in January of the next year.
        var years = Days(words).Where(day => day.Year is not null).Select(day => day.Month >= month ? day.Year!.Value : day.Year!.Value - 1).Distinct().ToArray();
        return years.Length switch
        {
            0 => (null, ReasonCodes.NoMonth),
            1 => (new LedgerMonth(years[0], month), null),
            _ => (null, ReasonCodes.MonthConflict),
        };
    }

    private static (LedgerMonth?, string?) LastResort(List<PlacedMonth> words, int? year)
    {
        var months = Days(words).Where(day => day.Day is null or > FirstDaysOfMonth && (day.Year ?? year) is not null).Select(day => new LedgerMonth((day.Year ?? year)!.Value, day.Month!.Value)).Distinct().ToArray();
        if (months.Length > 1 || (months.Length == 1 && year is { } stated && months[0].Year != stated)) return (null, ReasonCodes.MonthConflict);
        return months.Length == 1 ? (months[0], null) : (null, ReasonCodes.NoMonth);
    }

    private static IEnumerable<MonthReading> Days(List<PlacedMonth> words) =>
        words.Where(m => m.Reading.Month is not null && (m.IsFilledIn || m.Reading.Day is not null)).Select(m => m.Reading);

    private static (PlacedSender? Sender, string? Fault) Sender(List<PlacedSender> words)
    {
        var names = words.DistinctBy(sender => sender.Name, StringComparer.Ordinal).ToArray();
        return names.Length switch
        {
            0 => (null, ReasonCodes.NoSender),
            1 => (names[0], names[0].IsKnown ? null : ReasonCodes.UnknownSender),
            _ => (null, ReasonCodes.SenderConflict),
        };
    }

    private static List<string> Listed(PartWords words, LandSettings settings)
    {
        var listed = new List<string>();
        if (settings.Month is { } month) listed.Add($"月份 指定: {month}");
        listed.AddRange(words.Months.Select(m => $"{(m.IsFilledIn || m.Reading.Day is not null ? "填报日期" : m.Reading.Month is null ? "年份" : "月份")} {m.Place}: {m.Reading}"));
        if (settings.From is { } from) listed.Add($"单位 指定: {CellText.Clean(from)}");
        listed.AddRange(words.Senders.Select(sender => $"单位 {sender.Place}: {sender.Name}"));
        return [.. listed.Distinct(StringComparer.Ordinal)];
    }

    private static DateOnly? FilledOn(PartWords words, LedgerMonth? month)
    {
        foreach (var placed in words.Months.Where(m => m.Place == TitlePlace && m.Reading.Day is not null).OrderByDescending(m => m.IsFilledIn))
        {
            var year = placed.Reading.Year ?? (month is { } ledger ? ledger.Year + (placed.Reading.Month < ledger.Month ? 1 : 0) : null);
            if (year is { } stated && placed.Reading.Day <= DateTime.DaysInMonth(stated, placed.Reading.Month!.Value)) return new DateOnly(stated, placed.Reading.Month.Value, placed.Reading.Day!.Value);
        }

        return null;
    }

    private sealed record PlacedMonth(string Place, MonthReading Reading, bool IsFilledIn);

    private sealed record PlacedSender(string Place, string Name, bool IsKnown);

    private sealed record PartWords(List<PlacedMonth> Months, List<PlacedSender> Senders);
}
