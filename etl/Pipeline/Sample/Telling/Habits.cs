namespace SafetyAnalytics.Pipeline.Sample.Telling;

internal enum FileKind
{
    Xlsx,
    Docx,
    CsvUtf8,
    CsvGb18030,
}

/// <summary>How several hazards of one visit are put down.</summary>
internal enum Grouping
{
    RowEach,

    /// <summary>A row each, with the unit's cells merged down.</summary>
    MergedUnit,

    /// <summary>One row, hazards numbered in one cell.</summary>
    OneRow,
}

/// <summary>How a submitter writes ledgers, month after month.</summary>
/// <param name="FileName">Pattern of the name: <c>{y}</c> year, <c>{m}</c> month, <c>{mm}</c> with two digits.</param>
/// <param name="Title">Pattern of the title above the table.</param>
/// <param name="ListsCleanVisits">Units in order get a row too.</param>
internal sealed record Habits(FileKind Kind, Grouping Grouping, string FileName, string Title, bool ListsCleanVisits, params Mess[] Messes)
{
    private const string PlainTitle = "安全生产大检查隐患排查整治台账";

    private static readonly Dictionary<string, Habits> BySubmitter = new(StringComparer.Ordinal)
    {
        ["应急办"] = new(FileKind.Xlsx, Grouping.RowEach, "应急办{y}年{m}月台账", "应急办{y}年{m}月" + PlainTitle, true, Mess.TitleRows, Mess.ExtraColumns, Mess.GroupRows),
        ["经发办"] = new(FileKind.Xlsx, Grouping.MergedUnit, "产业办（经发办）{y}年{m}月安全隐患台账", "产业办（经发办）" + PlainTitle, true, Mess.TitleRows, Mess.HeaderLineBreaks, Mess.DepartmentAlias, Mess.Signature),
        ["建设办"] = new(FileKind.Docx, Grouping.MergedUnit, "规建办{m}月隐患排查台账（{y}年）", "{y}年{m}月建设工地、房屋及边坡隐患台账", false, Mess.TitleRows, Mess.DepartmentAlias, Mess.Signature),
        ["市政办"] = new(FileKind.Xlsx, Grouping.RowEach, "市政办 {y}-{mm} 台账", PlainTitle, false, Mess.TwoRowHeader, Mess.TitleRows, Mess.PhonesAsNumbers, Mess.DateCells),
        ["民政办"] = new(FileKind.Xlsx, Grouping.RowEach, "民政办{y}{mm}隐患台账", "{y}年{m}月" + PlainTitle, true, Mess.TitleRows, Mess.SeveralSheets, Mess.Subtotal),
        ["文旅中心"] = new(FileKind.Docx, Grouping.RowEach, "文旅中心{y}年{m}月安全生产大检查台账", "文旅中心{y}年{m}月" + PlainTitle, true, Mess.TitleRows, Mess.Ditto, Mess.Subtotal),
        ["文服中心"] = new(FileKind.CsvUtf8, Grouping.RowEach, "文服中心{y}年{m}月台账", PlainTitle, true, Mess.Placeholders),
        ["党建办"] = new(FileKind.Xlsx, Grouping.RowEach, "党建办{y}年{m}月台账", "{y}年{m}月" + PlainTitle, false, Mess.TitleRows, Mess.Cumulative, Mess.NumberOnlyRows),
        ["党政办"] = new(FileKind.Docx, Grouping.RowEach, "党政办{y}年{m}月隐患排查台账", "党政办{y}年{m}月" + PlainTitle, false, Mess.TitleRows),
        ["财政办"] = new(FileKind.Xlsx, Grouping.RowEach, "财政办{y}年{m}月台账", "{y}年{m}月" + PlainTitle, false, Mess.TitleRows),
        ["纪工委"] = new(FileKind.Docx, Grouping.RowEach, "纪工委{y}年{m}月隐患排查情况", "纪工委{y}年{m}月安全隐患排查情况", false, Mess.TitleRows, Mess.NoTable),
        ["磁器口社区"] = new(FileKind.Docx, Grouping.OneRow, "磁器口社区{m}月份隐患排查台账（{y}）", "磁器口社区{y}年{m}月隐患排查台账", true, Mess.TitleRows),
        ["凤凰山社区"] = new(FileKind.Xlsx, Grouping.MergedUnit, "凤凰山社区{y}年{m}月隐患台账", PlainTitle, true, Mess.TitleRows, Mess.DateCells, Mess.Subtotal, Mess.Signature),
        ["金沙社区"] = new(FileKind.CsvGb18030, Grouping.RowEach, "金沙社区{y}年{m}月台账", PlainTitle, true),
        ["江畔社区"] = new(FileKind.Xlsx, Grouping.OneRow, "江畔社区居委会{y}年{m}月安全台账", "江畔社区{y}年{m}月安全隐患排查台账", true, Mess.TitleRows, Mess.Ditto),
        ["桥头社区"] = new(FileKind.Xlsx, Grouping.RowEach, "桥头社区{y}.{m}隐患台账", "桥头社区" + PlainTitle, true, Mess.TitleRows, Mess.RepeatedHeader, Mess.ContinuationNote, Mess.BlankRows),
        ["文昌社区"] = new(FileKind.Xlsx, Grouping.RowEach, "文昌社区{y}年{m}月隐患排查整改表", "{y}年{m}月隐患排查整改表", false, Mess.TitleRows, Mess.HeaderSynonyms, Mess.Checkboxes),
        ["码头社区"] = new(FileKind.CsvUtf8, Grouping.OneRow, "码头社区{y}年{m}月台账", PlainTitle, true, Mess.FullWidthDigits),
        ["南坡社区"] = new(FileKind.Xlsx, Grouping.MergedUnit, "南坡社区{y}年{m}月台账", "南坡社区" + PlainTitle, false, Mess.TitleRows, Mess.TwoRowHeader, Mess.FullWidthDigits),
        ["北坪社区"] = new(FileKind.Docx, Grouping.RowEach, "北坪社区{y}年{m}月安全隐患台账", "北坪社区{y}年{m}月安全隐患台账", true, Mess.TitleRows, Mess.RepeatedHeader, Mess.SequenceQuirks),
        ["育才社区"] = new(FileKind.Xlsx, Grouping.RowEach, "育才社区{y}年{m}月台账", "育才社区{y}年{m}月" + PlainTitle, true, Mess.TitleRows, Mess.ExtraColumns, Mess.HiddenRows),
        ["工农社区"] = new(FileKind.Xlsx, Grouping.RowEach, "工农社区{y}年{m}月台账", "工农社区{y}年{m}月" + PlainTitle, false, Mess.TitleRows, Mess.GroupRows, Mess.DuplicateRows, Mess.SequenceQuirks),
        ["清泉社区"] = new(FileKind.Xlsx, Grouping.RowEach, "{y}年{m}月清泉社区隐患台账", "清泉社区隐患台账", true, Mess.TitleRows, Mess.PersonsWithPhones, Mess.InvisibleCharacters, Mess.BlankRows),
        ["和平社区"] = new(FileKind.CsvGb18030, Grouping.RowEach, "和平社区{y}年{m}月隐患台账", "和平社区{y}年{m}月隐患台账", true, Mess.TitleRows, Mess.Ditto, Mess.Signature),
        ["新街社区"] = new(FileKind.Docx, Grouping.MergedUnit, "新街社区{y}年{m}月隐患排查台账", "新街社区{y}年{m}月隐患排查台账", true, Mess.TitleRows, Mess.PersonsWithPhones),
    };

    public bool Has(Mess mess) => Array.IndexOf(Messes, mess) >= 0;

    /// <summary>A submitter without habits of its own (the stranger, one added to the seeds) sends the plan's plain template.</summary>
    public static Habits Of(string submitter) => BySubmitter.TryGetValue(submitter, out var habits)
        ? habits
        : new Habits(FileKind.Xlsx, Grouping.RowEach, submitter + "{y}年{m}月隐患台账", submitter + "{y}年{m}月隐患台账", false, Mess.TitleRows);
}
