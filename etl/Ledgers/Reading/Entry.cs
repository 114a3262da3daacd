using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>The columns of one entry as texts free of personal data, and what they say about the row as a whole.</summary>
internal sealed class Entry
{
    private readonly string[] _values;
    private readonly Remembered _words;
    private readonly Lexicon _lexicon;
    private readonly List<string> _names = [];

    public Entry(DraftRow draft, Remembered words, Lexicon lexicon)
    {
        _values = draft.Values!;
        _words = words;
        _lexicon = lexicon;
        ReadPeople();
        UnitName = words.Unit(Value(LedgerColumn.UnitName), _names);
        UnitAddress = Free(LedgerColumn.UnitAddress);
        Hazard = Free(LedgerColumn.Hazard) ?? "";
        Measures = Free(LedgerColumn.Measures);
        Deadline = Free(LedgerColumn.Deadline);
        Remark = Free(LedgerColumn.Remark);
        ResponsibleText = Free(LedgerColumn.ResponsibleUnit);
        Departments = ResponsibleText is null ? [] : words.Departments(Value(LedgerColumn.ResponsibleUnit));
        Community = lexicon.Community(Value(LedgerColumn.Community));
        Sector = lexicon.Sector(Value(LedgerColumn.Sector));
    }

    public Issues Issues { get; } = new();

    public string? UnitName { get; }

    public string? UnitAddress { get; }

    public string Hazard { get; }

    public string? Measures { get; }

    public string? Deadline { get; }

    public string? Remark { get; }

    public string? ResponsibleText { get; }

    public IReadOnlyList<string> Departments { get; }

    public string? Community { get; }

    public string? Sector { get; }

    public bool HasPhone { get; private set; }

    public UnitContacts Contacts { get; private set; } = UnitContacts.None;

    /// <summary>The stated day: its column, a date tied to 检查 or 发现, else a lone full date in the remark.</summary>
    public DateOnly? FoundOn(LedgerMonth? month, Issues issues)
    {
        if (Fact(LedgerColumn.FoundOn, month, issues) is { } stated) return stated;
        if (Value(LedgerColumn.FoundOn).Length > 0 && !CellText.IsPlaceholder(Value(LedgerColumn.FoundOn))) return null;
        var tied = (Remark is null ? null : _words.Days(Remark, month).FoundOn)
            ?? (Measures is null ? null : _words.Days(Measures, month).FoundOn)
            ?? _words.FoundAtStart(Hazard, month);
        if (tied is not null || Remark is null) return tied;
        if (_words.RemarkDay(Remark, month) is not { } inRemark) return null;
        issues.Add(ReasonCodes.FoundOnFromRemark, LedgerColumn.Remark);
        return inRemark;
    }

    /// <summary>The 整改状态 column where it can be read; else measures and remark together; else a completion noted in the deadline's cell.</summary>
    public HazardStatus Status(ItemWords part, Issues issues)
    {
        var column = Value(LedgerColumn.Status);
        if (!CellText.IsPlaceholder(column))
        {
            if (_words.Status(column) is not HazardStatus.Unknown and var stated) return stated;
            issues.Add(ReasonCodes.StatusUnreadable, LedgerColumn.Status);
        }

        var joined = _lexicon.Statuses.Join(Read(part.Measures), Read(Remark), out var isConflict);
        if (isConflict) issues.Add(ReasonCodes.StatusConflict, LedgerColumn.Measures);
        return joined == HazardStatus.Unknown && part.Deadline is { } deadline && StatesCompletion(deadline) ? Read(deadline) : joined;
    }

    /// <summary>The 整改完成日期 column, which also says that it is mended when nothing else speaks; else the date tied to the completing word.</summary>
    public DateOnly? RectifiedOn(ItemWords part, LedgerMonth? month, ref HazardStatus status, Issues issues)
    {
        var stated = Fact(LedgerColumn.RectifiedOn, month, issues);
        if (stated is not null && status == HazardStatus.Unknown) status = HazardStatus.Rectified;
        var days = Days(part.Measures, LedgerColumn.Measures, month, issues);
        if (stated is not null) return stated;
        return StatusWords.IsClosed(status) ? days.RectifiedOn ?? Days(Remark, LedgerColumn.Remark, month, issues).RectifiedOn ?? _words.Days(part.Deadline ?? "", month).RectifiedOn : null;
    }

    /// <summary>The 验收人及日期 column, which also says that it is verified unless it says 不合格; else the date tied to 复查合格, 验收, 销号.</summary>
    public DateOnly? VerifiedOn(ItemWords part, LedgerMonth? month, ref HazardStatus status, Issues issues)
    {
        var column = Value(LedgerColumn.Verified);
        var isBlank = CellText.IsPlaceholder(column);
        var said = isBlank ? Verification.Unsaid : VerificationWords.Read(column);
        var day = isBlank ? null : VerificationDay(column, month, issues);
        if (said == Verification.Failed && StatusWords.IsClosed(status)) issues.Add(ReasonCodes.StatusConflict, LedgerColumn.Verified);
        if (said is Verification.Failed or Verification.Pending) day = null;
        var isVerified = said == Verification.Passed || (said == Verification.Unsaid && day is not null);
        if (isVerified && status is HazardStatus.Unknown or HazardStatus.Rectified) status = HazardStatus.Verified;
        if (day is not null || said is Verification.Failed or Verification.Pending) return day;
        return status == HazardStatus.Verified ? _words.Days(part.Measures ?? "", month).VerifiedOn ?? _words.Days(Remark ?? "", month).VerifiedOn : null;
    }

    /// <summary>The column, else words in this hazard or in the remark.</summary>
    public string? Level(string hazard, Issues issues)
    {
        var column = Value(LedgerColumn.Level);
        if (CellText.IsPlaceholder(column)) return _words.Level(hazard) ?? (Remark is null ? null : _words.Level(Remark));
        var level = LevelWords.ReadColumn(column);
        if (level is null) issues.Add(ReasonCodes.LevelUnreadable, LedgerColumn.Level);
        return level;
    }

    /// <summary>The column itself where it is filled, else the one whose words stand for it.</summary>
    public LedgerColumn PlaceOf(LedgerColumn column) => CellText.IsPlaceholder(Value(column)) ? LedgerColumn.Measures : column;

    /// <summary>当场整改 in the deadline's cell says by when, 已当场整改 says that it was done.</summary>
    private bool StatesCompletion(string deadline) =>
        StatusWords.IsClosed(Read(deadline)) && deadline.AsSpan().IndexOfAny("已毕√") >= 0;

    private string Value(LedgerColumn column) => _values[(int)column];

    private HazardStatus Read(string? text) => text is null ? HazardStatus.Unknown : _words.Status(text);

    private StatedDays Days(string? text, LedgerColumn column, LedgerMonth? month, Issues issues)
    {
        if (text is null) return StatedDays.None;
        var days = _words.Days(text, month);
        if (days.HasImpossible) issues.Add(ReasonCodes.DateUnreadable, column);
        return days;
    }

    private DateOnly? Fact(LedgerColumn column, LedgerMonth? month, Issues issues)
    {
        if (Value(column).Length == 0) return null;
        var reading = DateWords.ReadFact(Value(column), month);
        if (reading.Issue is { } issue) issues.Add(issue, column);
        return reading.On;
    }

    private static DateOnly? VerificationDay(string column, LedgerMonth? month, Issues issues)
    {
        if (!column.Any(char.IsDigit) && !column.Contains('月', StringComparison.Ordinal)) return null;
        var reading = DateWords.ReadFact(column, month);
        if (reading.Issue is { } issue) issues.Add(issue, LedgerColumn.Verified);
        return reading.On;
    }

    /// <summary>A free text without placeholder and personal data.</summary>
    private string? Free(LedgerColumn column)
    {
        var value = Value(column);
        if (value.Length == 0 || CellText.IsPlaceholder(value)) return null;
        var clean = _words.Clean(value);
        var masked = _words.Mask(clean, _names);
        if (!ReferenceEquals(masked, clean) && masked != clean) Issues.Add(ReasonCodes.PersonalDataFound, column);
        return masked;
    }

    private void ReadContacts()
    {
        var (person, phone, name) = (Value(LedgerColumn.UnitPerson), Value(LedgerColumn.Phone), Value(LedgerColumn.UnitName));
        if (person.Length == 0 && phone.Length == 0 && name.Length < 7) return;
        var people = person.Length == 0 ? PeopleReading.None : People.Read(person);
        var phones = people.Phones.Concat(phone.Length == 0 ? [] : Phones.Read(phone).Numbers).Concat(Phones.FindIn(name));
        Contacts = new UnitContacts([.. people.Names.Distinct(StringComparer.Ordinal)], [.. phones.Distinct(StringComparer.Ordinal)]);
    }

    private void ReadPeople()
    {
        foreach (var column in (ReadOnlySpan<LedgerColumn>)[LedgerColumn.UnitPerson, LedgerColumn.ResponsiblePerson])
        {
            if (Value(column).Length == 0) continue;
            var people = People.Read(Value(column));
            _names.AddRange(people.Names);
            HasPhone |= people.Phones.Count > 0;
        }

        ReadContacts();
        if (Value(LedgerColumn.Phone).Length > 0)
        {
            var phones = Phones.Read(Value(LedgerColumn.Phone));
            HasPhone |= phones.Numbers.Count > 0;
            if (phones.HasUnreadable) Issues.Add(ReasonCodes.PhoneUnreadable, LedgerColumn.Phone);
            _names.AddRange(People.Read(Value(LedgerColumn.Phone)).Names);
        }

        foreach (var column in (ReadOnlySpan<LedgerColumn>)[LedgerColumn.UnitName, LedgerColumn.UnitAddress, LedgerColumn.ResponsibleUnit, LedgerColumn.Hazard, LedgerColumn.Measures, LedgerColumn.Deadline, LedgerColumn.Remark])
            HasPhone |= _words.HasPhone(Value(column));
    }
}
