using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Words that say nothing was found: in the hazard column of a unit's row a clean visit, in a row or line of its own a zero report.</summary>
public static partial class CleanVisitWords
{
    /// <summary>The whole cell says so: 无, 未发现隐患, 检查合格. 无灭火器 is a hazard.</summary>
    public static bool IsCleanVisit(string text)
    {
        if (text.Length > 60) return false;
        var words = CellText.Squeeze(text);
        return Clean().IsMatch(words) || Western().IsMatch(words);
    }

    /// <summary>A line that says that the month had no hazard: 本月无隐患, 零报告, 无.</summary>
    public static bool IsZeroReport(string text)
    {
        if (text.Length > 80) return false;
        var words = CellText.Squeeze(text);
        return words is "无" or "暂无" or "/无" or "无/" or "零" || Nothing().IsMatch(words) || Zero().IsMatch(words);
    }

    [GeneratedRegex(
        "^(?:本月|本期|当月|[0-9]{1,2}月份?)?(?:已|经|本次|此次|当日|当天|现场|日常|例行|安全|消防|联合)*(?:检查|排查|巡查|抽查|复查)?(?:时|中|后|情况|结果)?[,:]?(?:该单位|该店|该场所)?[,:]?"
        + "(?:(?:暂|均|都|目前|尚|当场|现场)*(?:未发现|未检查出|未查出|未排查出|未见|无|没有|没|不存在|未存在|无发现)(?:存在|有)?(?:明显的?|重大|任何|新增?的?|其他|一般|突出|相关|较大|各类|发现)*(?:安全生产|安全|消防|生产|燃气|火灾)*(?:隐患|问题|异常|违规行为|违法行为|违规|情况|不符合项)?(?:[、和及与]?(?:安全)?(?:隐患|问题|异常|违规行为|违法行为))?(?:问题|情况)?"
        + "|(?:(?:消防|安全|各类|各项)*(?:设施|设备|器材|通道|制度)){0,2}(?:一切|基本|均|全部|各项)?(?:完好|完好有效|畅通|齐全|齐全有效|合格|正常|良好|符合要求|符合规定|符合标准|符合消防要求|达标|安全)|隐患(?:数)?[:为]?0(?:条|处|个)?|0|零隐患)[。.!;,]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Clean();

    /// <summary>A checklist's own words for a clean visit.</summary>
    [GeneratedRegex("^(?:ok|okay|no|n|pass|passed|nil|clean|否|novi[oa]lations?(?:found)?|nohazards?(?:found)?)[.!]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Western();

    /// <summary>本月无, 6月份无, 本月隐患数为零.</summary>
    [GeneratedRegex("^(?:本月|当月|本期|[0-9]{1,2}月份?)(?:无|暂无|没有)[。.!]?$|^[^,;。:]{0,12}隐患(?:数|总数|数量)?(?:为|是|:)(?:零|0)(?:条|处|个|起)?[。.!]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex("^(?:[^,;。:]{0,24}:)?(?:经[^,;。]{0,12},)?(?:(?:[^,;。]{0,20}?(?:本月|本期|当月|本季度|辖区内?|社区|办|中心|科|本单位|[0-9]{1,2}月份?)[^,;。]{0,14}?)?(?:暂)?(?:无|未发现|没有|未排查出|未排查到|未检查出|未查出|不存在)(?:新增|存在|任何|发现|重大|一般|其他|明显|的)*(?:安全生产|安全|消防|生产)*(?:问题)?(?:隐患|问题)(?:情况|上报|报送|需上报)?(?:,?(?:零报告|实行零报告|特此报告|特此说明|特此汇报))?|[^,;。]{0,24},?零(?:报告|隐患))[。.!]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Zero();
}
