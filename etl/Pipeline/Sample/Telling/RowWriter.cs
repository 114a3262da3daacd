using System.Globalization;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Sample.Files;
using SafetyAnalytics.Pipeline.Sample.World;
using Column = SafetyAnalytics.Ledgers.Words.LedgerColumn;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>One ledger row in words, and what it thereby states.</summary>
internal sealed record WrittenRow(Dictionary<Column, SheetCell> Cells, IReadOnlyList<(Hazard Hazard, Statement Statement)> Statements);

/// <summary>Puts entries into the words of one ledger.</summary>
internal sealed class RowWriter(int seed, Submitter submitter, LedgerMonth month, Habits habits, ISet<Mess> shown)
{
    private static readonly string[] Circled = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧"];

    private readonly Phrases _phrases = new(month, new Dice(seed, $"day habit {submitter.Name}").Below(4));

    public WrittenRow Visit(Entry entry)
    {
        var dice = DiceOf($"visit {entry.Unit.Id}");
        var cells = Unit(entry.Unit, dice);
        cells[Column.ResponsibleUnit] = submitter.Name;
        cells[Column.ResponsiblePerson] = Official(dice, submitter.Name);
        cells[Column.Hazard] = Phrases.Visit(dice);
        cells[Column.Measures] = "";
        cells[Column.Deadline] = habits.Has(Mess.Placeholders) ? Show(Mess.Placeholders, "/") : "";
        cells[Column.Remark] = entry.Finding.StatesDay ? _phrases.FoundOn(entry.Finding.On, dice).Replace("发现", "") : "";
        if (habits.Has(Mess.ExtraColumns))
        {
            cells[Column.Remark] = "";
            cells[Column.FoundOn] = DayCell(entry.Finding.On);
            cells[Column.Community] = entry.Unit.Community;
            cells[Column.CheckKind] = "日常检查";
        }

        return new WrittenRow(cells, []);
    }

    /// <param name="hazards">One, or several of one finding that share the row.</param>
    public WrittenRow Hazards(Entry entry, IReadOnlyList<ToldHazard> hazards)
    {
        var dice = DiceOf($"hazard {hazards[0].Hazard.Number}");
        var finding = entry.Finding;
        var statesDay = finding.StatesDay || habits.Has(Mess.ExtraColumns);
        var cells = Unit(entry.Unit, DiceOf($"unit {entry.Unit.Id}"));
        cells[Column.ResponsibleUnit] = Responsible(finding, dice);
        cells[Column.ResponsiblePerson] = Official(dice, finding.Departments.Count > 0 ? finding.Departments[0] : submitter.Name);
        cells[Column.Deadline] = Deadline(finding.Due, dice);
        cells[Column.Remark] = Remark(entry, hazards, statesDay, dice);
        var measures = Measures(hazards, dice);
        WriteTexts(cells, hazards, measures, dice);
        if (habits.Has(Mess.ExtraColumns)) measures = [Extend(cells, entry, hazards[0], measures[0])];
        return new WrittenRow(cells, [.. hazards.Select((told, i) => (told.Hazard, State(told, statesDay ? finding.On : null, measures[i])))]);
    }

    private Statement State(ToldHazard told, DateOnly? foundOn, Measures measures)
    {
        var level = told.Hazard.IsMajor ? "重大" : habits.Has(Mess.ExtraColumns) ? "一般" : null;
        return new Statement(month, submitter.Name, told.Status, foundOn, measures.RectifiedOn, measures.VerifiedOn, level);
    }

    private Dictionary<Column, SheetCell> Unit(Unit unit, Dice dice) => new()
    {
        [Column.UnitName] = UnitName(unit, dice),
        [Column.UnitAddress] = dice.Below(10) switch { 0 => unit.Community + unit.Address, 1 => "磁器口街道" + unit.Address, _ => unit.Address },
        [Column.UnitPerson] = Person(unit, dice),
        [Column.Phone] = habits.Has(Mess.PhonesAsNumbers) && Show(Mess.PhonesAsNumbers) ? new SheetCell(unit.Phone, CellForm.Number) : Wide(unit.Phone),
    };

    private string UnitName(Unit unit, Dice dice)
    {
        if (habits.Has(Mess.InvisibleCharacters) && dice.Chance(0.3)) return Show(Mess.InvisibleCharacters, unit.Name.Insert(2, dice.Pick(["\u00A0", "\u200B", "\u3000"])) + "\u00A0");
        if (!dice.Chance(0.05)) return unit.Name;
        var variant = unit.Name.Contains('（') ? unit.Name.Replace('（', '(').Replace('）', ')') : unit.Name.Insert(2, " ");
        return Show(Mess.UnitNameVariants, variant);
    }

    private string Person(Unit unit, Dice dice)
    {
        if (!habits.Has(Mess.PersonsWithPhones) || !dice.Chance(0.5)) return unit.Person;
        return Show(Mess.PersonsWithPhones, dice.Pick([unit.Person + unit.Phone, $"{unit.Person}、{UnitCast.Person(dice)}"]));
    }

    private string Responsible(Finding finding, Dice dice)
    {
        if (finding.Departments.Count == 0) return submitter.Name;
        if (finding.Departments.Count > 1) Show(Mess.SeveralDepartments);
        return string.Join(dice.Pick(["、", "\n", "，"]), finding.Departments.Select(Alias));
    }

    private string Alias(string department) => !habits.Has(Mess.DepartmentAlias) ? department : department switch
    {
        "经发办" => Show(Mess.DepartmentAlias, "产业办（经发办）"),
        "建设办" => Show(Mess.DepartmentAlias, "规建办"),
        _ => department,
    };

    /// <summary>The same person for a department all along: who they are does not depend on the row.</summary>
    private string Official(Dice dice, string department)
    {
        var official = UnitCast.Person(new Dice(seed, $"official {department}"));
        if (!habits.Has(Mess.PersonsWithPhones) || !dice.Chance(0.3)) return official;
        return Show(Mess.PersonsWithPhones, official + UnitCast.Phone(9000 + department.Length));
    }

    private SheetCell Deadline(Due due, Dice dice)
    {
        if (due.Form == DueForm.Unreadable) Show(Mess.ImpossibleDates);
        if (due.Form == DueForm.None && due.Word.Length > 0) Show(Mess.Placeholders);
        if (due.Form == DueForm.Day && habits.Has(Mess.DateCells)) return DayCell(due.On!.Value);
        return Wide(DuePhrases.Write(due, month, _phrases, dice));
    }

    private SheetCell DayCell(DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (habits.Kind != FileKind.Xlsx) return text;
        return new SheetCell(text, habits.Has(Mess.DateCells) && Show(Mess.DateCells) ? CellForm.ChineseDay : CellForm.SlashDay);
    }

    private string Remark(Entry entry, IReadOnlyList<ToldHazard> hazards, bool statesDay, Dice dice)
    {
        var hasColumns = habits.Has(Mess.ExtraColumns);
        var parts = new List<string>();
        if (statesDay && !hasColumns) parts.Add(_phrases.FoundOn(entry.Finding.On, dice));
        if (hazards is [{ Hazard.IsMajor: true }] && !hasColumns) parts.Add("重大隐患");
        if (!ReferenceEquals(hazards[0].Hazard.FirstFinding, entry.Finding)) parts.Add("问题反弹");
        return string.Join("；", parts);
    }

    private IReadOnlyList<Measures> Measures(IReadOnlyList<ToldHazard> hazards, Dice dice)
    {
        if (habits.Has(Mess.Checkboxes) && hazards[0].Status is (HazardStatus.Rectified or HazardStatus.Verified or HazardStatus.NotStarted))
        {
            Show(Mess.Checkboxes);
            return [new Measures(Phrases.Ticked(hazards[0].Status))];
        }

        if (hazards.Count == 1) return [_phrases.Measures(hazards[0], dice)];
        var isOneForAll = hazards.All(told => told.Status == hazards[0].Status) && dice.Chance(0.6);
        if (!isOneForAll) return [.. hazards.Select(told => _phrases.Measures(told, dice))];
        var forAll = Phrases.ForAll(hazards[0].Status, dice);
        return [.. hazards.Select(_ => forAll)];
    }

    private void WriteTexts(Dictionary<Column, SheetCell> cells, IReadOnlyList<ToldHazard> hazards, IReadOnlyList<Measures> measures, Dice dice)
    {
        if (hazards.Count == 1)
        {
            cells[Column.Hazard] = Wide(Phrases.HazardText(hazards[0].Hazard, dice));
            cells[Column.Measures] = Wide(measures[0].Text);
            return;
        }

        Show(Mess.SeveralHazardsInOneCell);
        var texts = hazards.Select(told => Phrases.HazardText(told.Hazard, dice) + (told.Hazard.IsMajor ? "（重大隐患）" : "")).ToList();
        var words = measures.Select(one => one.Text).ToList();
        // "2.3具灭火器" and "1.6月9日" would read as decimals and dates: the dot is for texts that begin with words.
        var style = dice.Between(texts.Concat(words).Any(text => char.IsAsciiDigit(text[0])) ? 1 : 0, 3);
        cells[Column.Hazard] = Wide(Numbered(texts, style));
        var isOneForAll = measures.All(one => ReferenceEquals(one, measures[0]));
        cells[Column.Measures] = Wide(isOneForAll ? measures[0].Text : Numbered(words, style));
    }

    private static string Numbered(IReadOnlyList<string> texts, int style) => style switch
    {
        0 => string.Join("；", texts.Select((text, i) => Phrases.Text($"{i + 1}.{text}"))),
        1 => string.Join("\n", texts.Select((text, i) => Phrases.Text($"{i + 1}、{text}。"))),
        2 => string.Join("；", texts.Select((text, i) => Phrases.Text($"（{i + 1}）{text}"))),
        _ => string.Join("；", texts.Select((text, i) => Circled[i] + text)),
    };

    /// <summary>Fills the extended template's columns; what they state is what the row states.</summary>
    private Measures Extend(Dictionary<Column, SheetCell> cells, Entry entry, ToldHazard told, Measures measures)
    {
        Show(Mess.ExtraColumns);
        var life = told.Hazard.Life;
        var isMended = told.Status is HazardStatus.Rectified or HazardStatus.Verified;
        cells[Column.FoundOn] = DayCell(entry.Finding.On);
        cells[Column.Community] = entry.Unit.Community;
        cells[Column.Sector] = told.Hazard.Defect.Category.Sector ?? entry.Unit.Kind.Sector;
        cells[Column.Level] = told.Hazard.IsMajor ? "重大" : "一般";
        cells[Column.Status] = Phrases.StatusColumn(told.Status);
        cells[Column.RectifiedOn] = isMended ? DayCell(life.ClosedOn) : "";
        cells[Column.Verified] = told.Status == HazardStatus.Verified
            ? $"{UnitCast.Person(new Dice(seed, $"verifier {submitter.Name}"))} {life.VerifiedOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : "";
        cells[Column.CheckKind] = new Dice(seed, $"kind {told.Hazard.Number}").Pick(["日常检查", "专项检查", "节前检查"]);
        return measures with { RectifiedOn = isMended ? life.ClosedOn : null, VerifiedOn = told.Status == HazardStatus.Verified ? life.VerifiedOn : null };
    }

    private Dice DiceOf(string purpose) => new(seed, $"{submitter.Name} {month} {purpose}");

    private string Wide(string text)
    {
        if (!habits.Has(Mess.FullWidthDigits) || !text.Any(char.IsAsciiDigit)) return text;
        return Show(Mess.FullWidthDigits, Phrases.FullWidth(text));
    }

    private bool Show(Mess mess)
    {
        shown.Add(mess);
        return true;
    }

    private string Show(Mess mess, string text)
    {
        shown.Add(mess);
        return text;
    }
}
