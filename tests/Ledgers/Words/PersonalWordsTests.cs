using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Words;

/// <summary>Cases D69, D70, D74, D75, D82: phones, persons, units, and what must not be published.</summary>
public class PersonalWordsTests
{
    [Theory]
    [InlineData("13800138000", "13800138000", false)]
    [InlineData("1.38E+10", "", true)]
    [InlineData("13800138000.0", "13800138000", false)]
    [InlineData("1.3800138E+10", "13800138000", false)]
    [InlineData("138 0013 8000", "13800138000", false)]
    [InlineData("138-0013-8000", "13800138000", false)]
    [InlineData("023-61234567", "02361234567", false)]
    [InlineData("61234567", "61234567", false)]
    [InlineData("13800138000、13900000000", "13800138000,13900000000", false)]
    [InlineData("某甲13800138000", "13800138000", false)]
    [InlineData("1380013800", "", true)]
    [InlineData("无", "", false)]
    [InlineData("+8613800138000", "13800138000", false)]
    [InlineData("１３８００１３８０００", "13800138000", false)]
    [InlineData("(023)61234567", "02361234567", false)]
    [InlineData("138001380001", "", true)]
    [InlineData("不详", "", false)]
    [InlineData("13800138000/61234567", "13800138000,61234567", false)]
    public void A_phone_cell_holds(string cell, string numbers, bool unreadable)
    {
        var reading = Phones.Read(cell);
        Assert.Equal((numbers, unreadable), (string.Join(',', reading.Numbers), reading.HasUnreadable));
    }

    [Theory]
    [InlineData("某甲13800138000、某乙", "某甲,某乙", "13800138000")]
    [InlineData("某甲", "某甲", "")]
    [InlineData("张某、李某", "张某,李某", "")]
    [InlineData("张某 李某", "张某,李某", "")]
    [InlineData("店长：张某", "张某", "")]
    [InlineData("张某经理", "张某", "")]
    [InlineData("老板", "", "")]
    [InlineData("吴  超", "吴超", "")]
    [InlineData("张某（负责人）", "张某", "")]
    [InlineData("应急办", "", "")]
    [InlineData("/", "", "")]
    [InlineData("吴 超、张某", "吴超,张某", "")]
    [InlineData("张某\n李某", "张某,李某", "")]
    public void A_cell_of_persons_holds(string cell, string names, string phones)
    {
        var reading = People.Read(cell);
        Assert.Equal((names, phones), (string.Join(',', reading.Names), string.Join(',', reading.Phones)));
    }

    [Theory]
    [InlineData("联系电话13800138000，举报人某甲反映", null, "联系电话［电话］，举报人［已隐去］反映")]
    [InlineData("举报人某甲", null, "举报人［已隐去］")]
    [InlineData("举报人：张某某，身份证110101199003071234", null, "举报人［已隐去］，身份证［证件号］")]
    [InlineData("举报人反映通道堵塞", null, "举报人反映通道堵塞")]
    [InlineData("群众举报通道堵塞", null, "群众举报通道堵塞")]
    [InlineData("张某负责整改，电话023-61234567", "张某", "［姓名］负责整改，电话［电话］")]
    [InlineData("座机61234567", null, "座机［电话］")]
    [InlineData("2022年6月30日前整改1380013", null, "2022年6月30日前整改1380013")]
    [InlineData("投诉人李某来电", null, "投诉人［已隐去］来电")]
    [InlineData("某甲某甲", "某甲", "［姓名］［姓名］")]
    [InlineData("身份证号11010119900307123X", null, "身份证号［证件号］")]
    [InlineData("灭火器编号12345678", null, "灭火器编号12345678")]
    public void A_text_is_published_as(string text, string? names, string published) =>
        Assert.Equal(published, PersonalData.Mask(text, names is null ? [] : names.Split(',')));

    [Theory]
    [InlineData("青竹餐馆（磁器口店）", null, "青竹餐馆（磁器口店）")]
    [InlineData("青竹餐馆 张某 13800138000", "张某", "青竹餐馆")]
    [InlineData("青竹餐馆（张某13800138000）", "张某", "青竹餐馆")]
    [InlineData("某甲餐馆", "某甲", "某甲餐馆")]
    [InlineData("\u3000青竹 餐馆\u200b", null, "青竹餐馆")]
    [InlineData("7-ELEVEN #16809", null, "7-ELEVEN #16809")]
    [InlineData("13800138000", null, null)]
    [InlineData("青竹餐馆（负责人：张某）", null, "青竹餐馆")]
    [InlineData("青竹餐馆\u3000电话：13800138000", null, "青竹餐馆")]
    [InlineData("GARLIC & CHILI THAI CUISINE", null, "GARLIC & CHILI THAI CUISINE")]
    [InlineData("青竹\n餐馆", null, "青竹餐馆")]
    [InlineData("新街 43号居民楼", null, "新街43号居民楼")]
    public void A_unit_cell_names(string cell, string? names, string? unit) =>
        Assert.Equal(unit, UnitText.Read(cell, names is null ? [] : names.Split(',')));
}
