using System.Globalization;
using SafetyAnalytics.Pipeline.Tests.River;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Tests.Places;

/// <summary>A few ledgers that say where a value comes from in every way there is, through the real river once.</summary>
public sealed class PlacesFixture : IDisposable
{
    private const string Extended = Shell.Header + ",社区,行业领域,隐患等级";

    private readonly Shell _shell = new();

    public PlacesFixture()
    {
        // A sender that is a department, a sheet (the csv's name) that names a sector, then one that names a community.
        Land("消防领域.csv", "应急办", Shell.Header,
            "1,甲茶馆,江畔路3号,,,,,灭火器过期,,,",
            "2,乙店,无名路1号,,,建设办,,灭火器过期,,,",
            "3,丙店,无名路2号,,,某某局,,灭火器过期,,,",
            "4,江畔社区卫生站,无名路3号,,,,,灭火器过期,,,");
        Land("凤凰山社区.csv", "建设办", Shell.Header,
            "一、城镇燃气领域",
            "1,丁餐馆,江畔路5号,,,,,灭火器过期,,,",
            "2,丁餐馆,江畔路5号,,,,,台账不全,,,",
            "二、金沙社区",
            "3,戊餐馆,江畔路6号,,,,,地面湿滑,,,",
            "三、其他",
            "4,己餐馆,江畔路7号,,,,,详见照片,,,");
        Land("2022年6月.csv", "文旅中心", Extended,
            "1,辛客栈,正街9号,,,,,灭火器过期,,,,金沙居委会,交通,重大",
            "2,壬客栈,正街9号,,,,,灭火器过期,,,,火星社区,星际,一般",
            "3,癸客栈,正街9号,,,,,灭火器过期,,,,,,");

        // A sender that is a community names no department: the object decides.
        Land("2022年6月.csv", "磁器口社区", Shell.Header,
            "1,横街小区3栋,横街8号,,,,,楼道堆放杂物，安全出口堵塞,,,",
            "2,青竹商贸有限公司,横街9号,,,,,灭火器过期,,,",
            "3,育苗幼儿园,横街10号,,,,,灭火器过期,,,",
            "4,横街拆迁工地,横街11号,,,,,灭火器过期,,,",
            "5,好味餐馆,横街12号,,,,,灭火器过期,,,",
            "6,好味餐馆,横街12号,,,,,燃气软管老化,,,",
            "7,横街民俗馆,横街13号,,,,,灭火器过期,,,",
            "8,欢唱歌厅,横街14号,,,,,安全出口数量不足,,,",
            "9,欢唱歌厅,横街14号,,,,,灭火器过期,,,",
            "10,小卖部,横街15号,,,本单位,,违规销售烟花爆竹,,,",
            "11,横街路段,横街,,,,,路面塌陷,,,",
            "12,横街旧楼,横街16号,,,,,房屋墙体开裂,,,",
            "13,横街空地,横街17号,,,,,地面湿滑,,,",
            "14,横街空地,横街17号,,,,,防雷装置未检测,,,");
        Assert.Equal(0, _shell.Do("build").ExitCode);
    }

    /// <summary>Cells of the one hazard of that unit and text, separated by spaces.</summary>
    public string Ask(string columns, string unit, string? text = null)
    {
        using var connection = DuckDbFile.OpenForReading(new DataDirectory(_shell.Data).WarehouseFile);
        return Assert.Single(connection.Rows(
            $"select concat_ws(' ', {columns}) from mart_hazard where unit_name = $unit and ($text::varchar is null or contains(hazard_text, $text))",
            row => row.GetString(0),
            ("unit", unit), ("text", text)));
    }

    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = DuckDbFile.OpenForReading(new DataDirectory(_shell.Data).WarehouseFile);
        return connection.Rows(sql, row => Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture)!);
    }

    public void Dispose() => _shell.Dispose();

    private void Land(string name, string sender, string header, params string[] rows)
    {
        var columns = header.Count(c => c == ',');
        var file = _shell.Write(Path.Combine(sender, name), header + "\n" + string.Concat(rows.Select(row => row.Contains(',', StringComparison.Ordinal) ? row + "\n" : row + new string(',', columns) + "\n")));
        var said = _shell.Do("land", file, "--month", "2022-06", "--from", sender);
        Assert.True(said.ExitCode == 0, said.Error);
    }
}

/// <summary>Every value says where it comes from and how likely it is right; what nothing says stays unknown.</summary>
public sealed class PlacesTests(PlacesFixture ledgers) : IClassFixture<PlacesFixture>
{
    [Theory]
    [InlineData("辛客栈", "道路交通 stated 1.0")]
    [InlineData("壬客栈", "待匹配 stated 0.0")]
    [InlineData("癸客栈", "文旅 submitter 0.9")]
    [InlineData("甲茶馆", "消防 sheet 0.9")]
    [InlineData("丁餐馆", "燃气 group_row 0.95", "灭火器")]
    [InlineData("丁餐馆", "燃气 group_row 0.95", "台账")]
    [InlineData("戊餐馆", "燃气 group_row 0.95")]
    [InlineData("己餐馆", "未填报 unknown 0.0")]
    [InlineData("横街路段", "道路交通 text")]
    [InlineData("横街空地", "未填报 unknown 0.0", "湿滑")]
    public void Sector(string unit, string expected, string? text = null) => Assert.StartsWith(expected, ledgers.Ask("sector, sector_origin, sector_confidence", unit, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("辛客栈", "金沙社区 stated 1.0")]
    [InlineData("壬客栈", "待匹配 stated 0.0")]
    [InlineData("癸客栈", "未填报 unknown 0.0")]
    [InlineData("育苗幼儿园", "磁器口社区 submitter 0.95")]
    [InlineData("丁餐馆", "凤凰山社区 sheet 0.9", "灭火器")]
    [InlineData("戊餐馆", "金沙社区 group_row 0.95")]
    [InlineData("己餐馆", "凤凰山社区 sheet 0.9")]
    [InlineData("甲茶馆", "江畔社区 address 0.9")]
    [InlineData("江畔社区卫生站", "江畔社区 text 0.7")]
    [InlineData("乙店", "未填报 unknown 0.0")]
    public void Community(string unit, string expected, string? text = null) => Assert.Equal(expected, ledgers.Ask("community, community_origin, community_confidence", unit, text));

    [Theory]
    [InlineData("乙店", "[建设办] stated 1.0")]
    [InlineData("丙店", "[待匹配] stated 0.0")]
    [InlineData("甲茶馆", "[应急办] submitter 0.9")]
    [InlineData("横街小区3栋", "[应急办] assignment 0.85")]
    [InlineData("青竹商贸有限公司", "[经发办] assignment 0.85")]
    [InlineData("育苗幼儿园", "[民政办] assignment 0.85")]
    [InlineData("横街拆迁工地", "[建设办] assignment 0.85")]
    [InlineData("好味餐馆", "[应急办, 经发办] assignment 0.425", "灭火器")]
    [InlineData("好味餐馆", "[经发办] assignment 0.85", "燃气")]
    [InlineData("横街民俗馆", "[文旅中心] assignment 0.85")]
    [InlineData("欢唱歌厅", "[文服中心] assignment 0.85", "灭火器")]
    [InlineData("小卖部", "[应急办] assignment 0.85")]
    [InlineData("横街路段", "[市政办] assignment 0.85")]
    [InlineData("横街旧楼", "[建设办] assignment 0.85")]
    [InlineData("横街空地", "[建设办] assignment 0.85", "防雷")]
    [InlineData("横街空地", "[未填报] unknown 0.0", "湿滑")]
    public void Department(string unit, string expected, string? text = null) => Assert.Equal(expected, ledgers.Ask("departments, department_origin, department_confidence", unit, text));

    [Theory]
    [InlineData("甲茶馆", "灭火器材 text 0.9")]
    [InlineData("己餐馆", "待匹配 unknown 0.0")]
    public void Category(string unit, string expected) => Assert.StartsWith(expected, ledgers.Ask("category, category_origin, category_confidence", unit), StringComparison.Ordinal);

    [Theory]
    [InlineData("辛客栈", "重大 stated 1.0")]
    [InlineData("壬客栈", "一般 stated 1.0")]
    [InlineData("甲茶馆", "未填报 unknown 0.0")]
    [InlineData("欢唱歌厅", "重大 text 0.8 GB 35181-2017 重大火灾隐患判定方法 6.5：公共娱乐场所、商店、地下人员密集场所安全出口数量不足", "安全出口")]
    public void Level(string unit, string expected, string? text = null) => Assert.Equal(expected, ledgers.Ask("level, level_origin, level_confidence, level_criterion", unit, text));

    [Fact]
    public void Every_origin_is_one_of_nine_and_every_confidence_a_share() => Assert.Empty(ledgers.Rows(
        """
        select hazard_key
        from mart_hazard
        where not list_has_all(['stated', 'submitter', 'sheet', 'group_row', 'address', 'assignment', 'text', 'decision', 'unknown'], [sector_origin, community_origin, department_origin, category_origin, level_origin])
           or not list_bool_and([confidence between 0 and 1 for confidence in [sector_confidence, community_confidence, department_confidence, category_confidence, level_confidence]])
           or sector_confidence is null or community_confidence is null or department_confidence is null or category_confidence is null or level_confidence is null
        """));
}
