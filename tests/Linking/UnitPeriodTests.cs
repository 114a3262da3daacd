namespace SafetyAnalytics.Linking.Tests;

public sealed class UnitPeriodTests
{
    // name @ address @ first…last month, persons as p:first…last; then the periods.
    public static TheoryData<string, string> Lives { get; } = new()
    {
        { "青竹餐饮 @ 正街12号 @ 2022-05 2022-08", "2022-05 - 青竹餐饮 正街12号" },
        { "青竹餐饮 @ 正街12号 @ 2022-05 2022-06; 竹韵茶馆 @ 正街12号 @ 2022-07 2022-09", "2022-05 2022-06 青竹餐饮 正街12号; 2022-07 - 竹韵茶馆 正街12号 Renamed" },
        { "青竹餐饮 @ 正街12号 @ 2022-05 2022-06; 青竹餐饮 @ 横街7号 @ 2022-08 2022-09", "2022-05 2022-06 青竹餐饮 正街12号; 2022-08 - 青竹餐饮 横街7号 Moved" },
        { "青竹餐饮 @ 正街12号 @ 2022-05 2022-09 甲:2022-05:2022-06 乙:2022-07:2022-09", "2022-05 2022-05 青竹餐饮 正街12号; 2022-07 - 青竹餐饮 正街12号 NewOwner" },
        { "青竹餐饮 @ 正街12号 @ 2022-05 2022-07; 竹韵茶馆 @ 正街12号 @ 2022-06 2022-09", "2022-05 - 青竹餐饮 正街12号" },
        { "青竹餐饮 @ 正街12号 @ 2022-05 2022-06; 重庆青竹餐饮有限公司 @ 正街12号 @ 2022-07 2022-09", "2022-05 - 青竹餐饮 正街12号" },
        { "青竹餐饮 @ 正街12号 @ 2022-05 2022-06; 青竹餐饮 @ 正街12号附1号 @ 2022-07 2022-09", "2022-05 - 青竹餐饮 正街12号" },
    };

    [Theory]
    [MemberData(nameof(Lives))]
    public void A_change_is_what_the_months_bear_out(string rows, string periods)
    {
        var links = rows.Split(';').Select(row => new UnitLink(Mention(row), "U1", "青竹餐饮", "正街12号", "likely")).ToList();
        var told = UnitPeriod.Of(links).Select(p => $"{p.ValidFrom} {p.ValidTo ?? "-"} {p.UnitName} {p.UnitAddress} {string.Join('+', p.Changes)}".TrimEnd());
        Assert.Equal(periods, string.Join("; ", told));
    }

    private static UnitMention Mention(string row)
    {
        var parts = row.Split('@', StringSplitOptions.TrimEntries);
        var months = parts[2].Split(' ');
        return new UnitMention(parts[0], parts[1])
        {
            FirstMonth = months[0],
            LastMonth = months[1],
            PersonMonths = [.. months.Skip(2).Select(person => person.Split(':')).Select(p => new PersonSeen(p[0], p[1], p[2]))],
        };
    }
}
