using System.Globalization;

namespace SafetyAnalytics.Linking.Tests;

public class HazardTextTests
{
    private static readonly double Threshold = new HazardLinkOptions().SimilarityThreshold;

    [Theory]
    [InlineData("灭火器过期2具", "灭火器过期")]
    [InlineData("1.灭火器过期2具", "灭火器过期")]
    [InlineData("①灭火器已过期２具，未整改。", "灭火器过期")]
    [InlineData("（一）灭火器过期未更换", "灭火器过期")]
    [InlineData("三楼过道堆有杂物", "3层通道堵塞杂物")]
    [InlineData("3楼疏散通道堆放大量杂物，影响疏散", "3层通道堵塞杂物")]
    [InlineData("负一层配电柜未关闭", "-1层配电箱未关闭")]
    [InlineData("B1层配电箱敞开", "-1层配电箱未关闭")]
    [InlineData("3#配电箱无防护罩", "3号配电箱未配防护罩")]
    [InlineData("A栋安全出口被锁", "a栋安全出口锁闭")]
    [InlineData("2022年6月3日检查发现应急灯损坏", "应急灯损坏")]
    [InlineData("电线长1.5米裸露", "线路长裸露")]
    [InlineData("三合一场所住人", "三合一场所住人")]
    [InlineData("一次性餐具杂物堆放", "一次性餐具杂物堵塞")]
    [InlineData("未整改", "未整改")]
    [InlineData("2 fire extinguishers expired, not replaced", "fire extinguisher expired")]
    [InlineData("34. FLOORS: CLEANED", "floor cleaned")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Signature_keeps_object_defect_and_place(string? text, string signature) => Assert.Equal(signature, HazardText.Signature(text));

    [Theory]
    [InlineData("1、 灭火器过期 2具。", "灭火器过期2具")]
    [InlineData("灭火器过期\u200b３具", "灭火器过期3具")]
    [InlineData("1.5米电线裸露", "15米电线裸露")]
    [InlineData("2022.6.30检查通道堵塞", "2022630检查通道堵塞")]
    public void Full_text_keeps_counts(string text, string full) => Assert.Equal(full, HazardText.Full(text));

    public static TheoryData<string, string> Same { get; } = new()
    {
        { "灭火器过期2具", "2具灭火器已过期未更换" },
        { "灭火器过期", "灭火器失效，仍未整改" },
        { "灭火器过期2具", "厨房内2具灭火器过期，未及时更换，存在安全隐患" },
        { "疏散通道堆放杂物", "杂物堆放在疏散通道" },
        { "一楼疏散通道堆放杂物", "一楼疏散通道仍堆放杂物，尚未清理" },
        { "消防通道被杂物占用", "消防通道堆放杂物，堵塞通道" },
        { "三楼通道堵塞", "3楼疏散通道堵塞" },
        { "厨房燃气软管老化", "燃气软管老化（上月未整改）" },
        { "配电箱未安装漏电保护器", "配电箱没有漏电保护开关" },
        { "应急照明灯不亮", "应急灯损坏1盏" },
        { "疏散指示标志损坏", "安全出口指示灯损坏2个" },
        { "室内消火栓无水带", "消防栓箱内缺少消防水带" },
        { "电动车在楼道内充电", "楼道内电瓶车违规充电" },
        { "未建立安全生产台账", "安全生产台账未建立" },
        { "外墙瓷砖脱落", "外墙砖存在松动脱落现象" },
        { "围墙倾斜开裂", "围墙有开裂、倾斜" },
        { "员工未经消防培训", "员工未进行消防培训" },
        { "预留洞口未盖板2处", "预留洞口未加盖板，未整改" },
        { "施工机具未接地", "3台施工机具未做接地" },
        { "出入口车辆乱停乱放", "出入口3辆车辆乱停" },
        { "灭火器被货物遮挡", "灭火器被遮挡，取用不便" },
        { "楼层临边未设置防护栏杆", "临边防护缺失3处" },
        { "2 fire extinguishers expired", "Expired fire extinguisher (3), not replaced" },
        { "Exit sign on 2nd floor is broken", "2nd floor exit sign still broken" },
        { "Blocked emergency exit", "Emergency exits blocked by boxes" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Same_object_and_defect_are_alike(string a, string b) =>
        Assert.True(HazardText.Similarity(a, b) >= Threshold, Say(a, b));

    public static TheoryData<string, string> Different { get; } = new()
    {
        { "灭火器过期", "应急灯过期" },
        { "一楼通道堵塞", "三楼通道堵塞" },
        { "2号楼电梯故障", "3号楼电梯故障" },
        { "A栋安全出口上锁", "B栋安全出口上锁" },
        { "厨房灭火器过期", "仓库灭火器过期" },
        { "灭火器过期", "灭火器压力不足" },
        { "灭火器过期", "未配备灭火器" },
        { "应急灯损坏", "应急灯未安装" },
        { "通道堆放杂物", "楼梯堆放杂物" },
        { "厨房燃气软管老化", "厨房燃气阀门老化" },
        { "配电箱未关闭", "配电箱老化" },
        { "电线私拉乱接", "电线老化裸露" },
        { "东侧围挡破损", "西侧围挡破损" },
        { "负一层烟感损坏", "一层烟感损坏" },
        { "未戴安全帽", "未系安全带" },
        { "电梯未年检", "锅炉未年检" },
        { "台账记录不规范", "应急预案不完善" },
        { "墙体开裂", "外墙瓷砖脱落" },
        { "外墙瓷砖脱落", "外墙抹灰层空鼓，有脱落风险" },
        { "油烟管道未定期清洗", "排烟罩油污严重" },
        { "临边防护缺失", "高处作业平台无护栏" },
        { "燃气灶具无熄火保护装置", "灶台用火无人看守" },
        { "安全出口被锁闭", "安全出口被堵塞" },
        { "阀门未拧紧", "阀门拧紧过度" },
        { "灭火器过期", "" },
        { "Fire extinguisher expired", "Exit sign broken" },
        { "Fire extinguisher expired", "Fire extinguisher missing" },
        { "Exit blocked on 1st floor", "Exit blocked on 3rd floor" },
        { "Door of room 12 does not close", "Door of room 14 does not close" },
        { "Hand basins: number, place, designed and maintained", "Toilets: number, place, properly designed and installed" },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void Another_object_defect_or_place_is_not_alike(string a, string b) =>
        Assert.True(HazardText.Similarity(a, b) < Threshold, Say(a, b));

    /// <summary>Known objects and defects are bits of one number each: one too many would silently be taken for the first.</summary>
    [Fact]
    public void Known_words_fit_their_bits() => Assert.InRange(HazardWords.LargestBit, 1, 127);

    [Fact]
    public void A_hostile_text_is_read_in_good_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var piece in (string[])["1,", "一", "(1", "1.", "未", "b1 ", "floor ", "\ud800", "（", "通道"])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 32_767 / piece.Length));
            Assert.InRange(HazardText.Similarity(text, text + "通道堵塞"), 0, 1);
        }

        // A guard against a run-away on however busy a machine, not a measure of speed.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), clock.Elapsed.ToString());
    }

    private static string Say(string a, string b) => string.Create(
        CultureInfo.InvariantCulture,
        $"{HazardText.Similarity(a, b):0.000} for '{a}' ({HazardText.Signature(a)}) and '{b}' ({HazardText.Signature(b)})");
}
