using System.Globalization;

namespace SafetyAnalytics.Bench.Data;

/// <summary>Rows as ledgers have them: the eleven columns, units that come again every few months, statuses in words. The same numbers give the same rows.</summary>
internal sealed class LedgerRows(bool isTemplated, int units, int seed)
{
    public static readonly string[] Header =
        ["序号", "单位名称", "单位地址", "单位负责人", "联系电话", "责任单位", "责任人", "问题隐患", "整改措施及情况", "整改时限", "备注"];

    private static readonly string[] s_kinds = ["餐饮店", "机械厂", "便利店", "物流仓库", "美容院", "幼儿园", "木材加工厂", "旅馆"];
    private static readonly string[] s_streets = ["东风路", "人民路", "建设路", "新华路", "解放路"];
    private static readonly string[] s_owners = ["应急办", "建设办", "市政办", "该单位"];
    private static readonly string[] s_measures = ["已督促整改", "当场整改完毕", "整改中，已联系维修人员", "已整改", "已下达整改通知书，限期整改"];

    private readonly Random _random = new(seed);
    private int _written;

    /// <param name="year">Of the ledger's month, as is <paramref name="month"/>.</param>
    public IEnumerable<string[]> Of(int year, int month, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var unit = _random.Next(units);
            yield return
            [
                number.ToString(CultureInfo.InvariantCulture),
                $"{s_streets[unit % s_streets.Length][..2]}第{unit}{s_kinds[unit % s_kinds.Length]}",
                $"{s_streets[unit % s_streets.Length]}{(unit / s_streets.Length) + 1}号",
                "张某",
                "13800138000",
                s_owners[_random.Next(s_owners.Length)],
                "李某",
                isTemplated ? HazardTexts.Templated(_random) : HazardTexts.NeverRepeated(_random, _written++),
                s_measures[_random.Next(s_measures.Length)],
                _random.Next(4) == 0 ? "立行立改" : $"{year}年{month}月{_random.Next(1, 29)}日前",
                "",
            ];
        }
    }
}
