using System.Globalization;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Sample.World;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>What 整改措施及情况 says, and which days it gives away.</summary>
internal sealed record Measures(string Text, DateOnly? RectifiedOn = null, DateOnly? VerifiedOn = null);

/// <summary>The words of one ledger's cells. Each has several spellings; the dice chooses, but a clerk mostly writes days in one way.</summary>
/// <param name="dayHabit">The clerk's way of writing a day, 0 to 3.</param>
internal sealed class Phrases(LedgerMonth ledger, int dayHabit)
{
    public static string HazardText(Hazard hazard, Dice dice) => Fill(dice.Pick(hazard.Defect.Wordings), hazard);

    public static string Visit(Dice dice) => dice.Pick(["未发现隐患", "无", "未发现安全隐患", "合格"]);

    /// <summary>2022年6月30日, 2022.6.30, 6月30日 …; without the year only where the ledger's month leaves no doubt about it.</summary>
    public string Day(DateOnly day, Dice dice)
    {
        var hasYear = day.Year != ledger.Year || Math.Abs(day.Month - ledger.Month) > 4 || dice.Chance(0.4);
        return (hasYear, dice.Chance(0.75) ? dayHabit : dice.Below(4)) switch
        {
            (true, 0) => Text($"{day.Year}.{day.Month}.{day.Day}"),
            (true, 1) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (true, 2) => Text($"{day.Year}/{day.Month}/{day.Day}"),
            (true, _) => Text($"{day.Year}年{day.Month}月{day.Day}日"),
            (false, 0) => Text($"{day.Month}.{day.Day}"),
            _ => Text($"{day.Month}月{day.Day}日"),
        };
    }

    public string FoundOn(DateOnly day, Dice dice) => Day(day, dice) + dice.Pick(["检查发现", "检查", "排查发现", "现场检查发现"]);

    public Measures Measures(ToldHazard told, Dice dice)
    {
        var (hazard, status) = told;
        var remedy = Fill(hazard.Defect.Remedy, hazard);
        var life = hazard.Life;
        return status switch
        {
            HazardStatus.Unknown => new(""),
            HazardStatus.NotStarted => new(dice.Pick(["未整改", "尚未整改", "暂未整改", "未落实整改"])),
            HazardStatus.InProgress => new(dice.Pick(["整改中", $"正在{remedy}", "已联系维保单位，整改中", "正在整改", NeedsGoods(remedy) ? "已采购，待安装" : "整改中"])),
            HazardStatus.Partial => new(Partial(hazard.Count, dice)),
            HazardStatus.Escalated => new(dice.Pick(["已上报区住建委", "已移交区城管局处理", "超出街道职权，已上报区应急局协调"])),
            HazardStatus.Cancelled => new(dice.Pick(["经核实为误报，申请撤销", "该单位已搬迁，不再适用", "该店已关停，不再适用"])),
            HazardStatus.Rectified => Rectified(remedy, life, dice),
            HazardStatus.Verified => Verified(remedy, life, dice),
            _ => new(dice.Pick([$"已督促{remedy}", $"要求立即{remedy}", $"已下达整改通知书，要求{remedy}", "现场口头责令整改", "已督促整改", $"要求限期{remedy}"])),
        };
    }

    /// <summary>One sentence for all hazards of a cell; gives no days away.</summary>
    public static Measures ForAll(HazardStatus status, Dice dice) => new(status switch
    {
        HazardStatus.Unknown => "",
        HazardStatus.NotStarted => "未整改",
        HazardStatus.InProgress => dice.Pick(["整改中", "正在整改"]),
        HazardStatus.Partial => "部分整改",
        HazardStatus.Escalated => "已上报区应急局协调",
        HazardStatus.Cancelled => "该店已关停，不再适用",
        HazardStatus.Rectified => dice.Pick(["已整改", "均已整改完毕", "当场整改"]),
        HazardStatus.Verified => dice.Pick(["已整改，复查合格", "均已整改并验收通过"]),
        _ => dice.Pick(["已督促整改", "要求限期整改", "已下达整改通知书"]),
    });

    public static string Ticked(HazardStatus status) => status switch
    {
        HazardStatus.Rectified => "☑已整改 □未整改",
        HazardStatus.Verified => "☑已整改 □未整改，复查合格",
        _ => "□已整改 ☑未整改",
    };

    /// <summary>The word in the extended template's status column.</summary>
    public static string StatusColumn(HazardStatus status) => status switch
    {
        HazardStatus.NotStarted => "未整改",
        HazardStatus.InProgress => "整改中",
        HazardStatus.Partial => "部分整改",
        HazardStatus.Escalated => "已上报",
        HazardStatus.Cancelled => "误报撤销",
        HazardStatus.Rectified => "已整改",
        HazardStatus.Verified => "已销号",
        HazardStatus.Ordered => "已督促整改",
        _ => "",
    };

    public static string FullWidth(string text) => string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? (char)(letter - '0' + '０') : letter));

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Partial(int count, Dice dice) => count < 2
        ? dice.Pick(["部分整改", "未完全整改"])
        : Text($"已整改{count - 1}处，剩1处");

    private Measures Rectified(string remedy, Life life, Dice dice) => dice.Below(10) switch
    {
        < 2 => new(Day(life.ClosedOn, dice) + "已整改", life.ClosedOn),
        2 => new(Day(life.ClosedOn, dice) + "整改完毕", life.ClosedOn),
        3 when life.ClosedOn == life.OpenedOn => new("当场整改"),
        4 when SaysDone(remedy) => new($"已{remedy}"),
        5 => new($"已{remedy}，整改完毕"),
        6 => new($"要求{remedy}，{Day(life.ClosedOn, dice)}已整改", life.ClosedOn),
        _ => new(dice.Pick(["已整改", "整改完毕", "已整改到位", "已按要求整改"])),
    };

    private static bool NeedsGoods(string remedy) => remedy[..2] is "更换" or "安装" or "补充" or "配备";

    /// <summary>已开展…, 已制定… may be the beginning of a mending as well as its end.</summary>
    private static bool SaysDone(string remedy) => remedy[..2] is not ("开展" or "制定");

    private Measures Verified(string remedy, Life life, Dice dice)
    {
        var verifiedOn = life.VerifiedOn!.Value;
        return dice.Below(6) switch
        {
            0 => new($"已{remedy}，{Day(verifiedOn, dice)}复查合格", null, verifiedOn),
            1 => new($"已整改，{Day(verifiedOn, dice)}复查合格", null, verifiedOn),
            2 => new($"{Day(life.ClosedOn, dice)}已整改，{Day(verifiedOn, dice)}复查合格", life.ClosedOn, verifiedOn),
            3 => new("已整改，复查合格"),
            4 => new("已整改并验收通过"),
            _ => new("已整改，已销号"),
        };
    }

    private static string Fill(string wording, Hazard hazard) =>
        wording.Replace("{处}", hazard.Place).Replace("{n}", hazard.Count.ToString(CultureInfo.InvariantCulture));
}
