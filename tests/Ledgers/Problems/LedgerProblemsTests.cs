using System.Globalization;
using System.Reflection;
using SafetyAnalytics.Ledgers.Problems;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Tests.Marking;
using SafetyAnalytics.Ledgers.Tests.Reading;
using SafetyAnalytics.Ledgers.Tests.Words;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Problems;

/// <summary>Written <c>code@cell</c>, with <c>!</c> where the row or ledger does not count.</summary>
public class LedgerProblemsTests
{
    private const string File = "应急办2022年6月台账.xlsx";
    private const string More = "|发现日期|隐患等级|整改状态|整改完成日期|验收人及日期";

    public static TheoryData<string, string> Rows => new()
    {
        { "2|||||||通道堵塞|已整改", "no_unit@B2!" },
        { "1|青竹餐馆", "no_hazard_text@H2!" },
        { "1|同上||||||灭火器过期", "ditto_without_antecedent@B2!" },
        { "1|青竹餐馆||||||同上", "ditto_without_antecedent@H2!" },
        { "1|青竹餐馆||||同上||通道堵塞", "ditto_without_antecedent@F2" },
        { "1|青竹餐馆||||||灭火器过期||2022.6.31", "due_unreadable@J2" },
        { "1|青竹餐馆||||||灭火器过期||限期3日内", "due_undeterminable@J2" },
        { "1|青竹餐馆||||||灭火器过期||6月10日、6月20日", "due_several@J2" },
        { "1|青竹餐馆||||||灭火器过期||6.1", "date_trailing_zero@J2" },
        { "1|青竹餐馆||||||灭火器过期|2022年6月31日已整改", "date_unreadable@I2" },
        { "1|青竹餐馆||||||灭火器过期，联系13800138000", "personal_data@H2" },
        { "1|青竹餐馆|||1.38E+10|||灭火器过期", "phone_unreadable@E2" },
        { "1|青竹餐馆||||||灭火器过期；通道堵塞", "several_unnumbered@H2" },
        { "1|青竹餐馆||||||①灭火器过期②通道堵塞|已督促整改", "measures_shared@I2" },
        { "1|青竹餐馆||||||灭火器过期|已整改||未整改", "status_conflict@I2" },
        { "1|青竹餐馆||||||灭火器过期|||2022-06-08", "found_on_from_remark@K2" },
        { "1|青竹餐馆||||||灭火器过期\n|||||||，共2具", "continued@H2 several_unnumbered@H2" },
        { "1|青竹餐馆|#REF!|||||灭火器过期", "formula_error@C2" },
        { "1|青竹餐馆||||||灭火器过期||2022-06-01|2022-06-08检查", "dates_reversed@J2" },
        { "1|青竹餐馆||||||灭火器过期\n合计9条", "subtotal_mismatch@A3" },
    };

    public static TheoryData<string, string> ExtendedRows => new()
    {
        { "2022年6月|一般||||", "date_imprecise@L2" },
        { "2022-13-01|一般|||", "date_unreadable@L2" },
        { "2022-06-08|较大|||", "level_unreadable@M2" },
        { "2022-06-08|一般|某某||", "status_unreadable@N2" },
        { "2022-06-08|一般||2022-06-01|", "dates_reversed@O2" },
        { "2022-06-08|一般||2022-06-10|张某 2022-06-09", "dates_reversed@P2" },
        { "2022-06-08|一般|已整改||复查不合格", "status_conflict@P2" },
    };

    public static TheoryData<string, string, string> Ledgers => new()
    {
        { "6月台账.xlsx", "应急办安全隐患台账\n" + Ledger.Header + "\n1|甲店||||||通道堵塞", "no_month@A1!" },
        { "应急办2022年5月.xlsx", "应急办2022年6月台账\n" + Ledger.Header + "\n1|甲店||||||通道堵塞", "month_conflict@A1!" },
        { "2022年6月.xlsx", "安全隐患台账\n" + Ledger.Header + "\n1|甲店||||||通道堵塞", "no_sender@A1!" },
        { "市政办2022年6月.xlsx", "台账\n填报单位：应急办|填报时间：2022年6月30日\n" + Ledger.Header + "\n1|甲店||||||通道堵塞", "sender_conflict@A2!" },
        { "2022年6月.xlsx", "台账\n填报时间：2022年6月30日|填报单位：某某站\n" + Ledger.Header + "\n1|甲店||||||通道堵塞", "unknown_sender@B2!" },
        { "2022年6月.xlsx", Ledger.Header + "\n1|甲店||||||通道堵塞", "no_sender@A1!" },
        { "台账.xlsx", "台账\n" + Ledger.Header + "\n1|甲店||||||通道堵塞", "no_month@A1! no_sender@A1!" },
        { File, "序号|问题隐患|整改措施及情况|整改时限|备注\n1|通道堵塞", "missing_column@A1!" },
        { File, "单位名称|问题隐患|整改时限\n甲店|通道堵塞", "missing_column@A1" },
        { File, "某表\n甲|乙|丙", "no_header@A1!" },
        { File, Ledger.Header, "empty_table@A1!" },
        { File, Ledger.Header + "|天气\n1|甲店||||||通道堵塞", "unknown_column@L1" },
        { File, Ledger.Header + "|受检单位\n1|甲店||||||通道堵塞", "duplicate_column@L1" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void In_a_row(string rows, string expected) => Assert.Equal(expected, Written(Of(File, Ledger.Sheet(Ledger.Header + "\n" + rows))));

    [Theory]
    [MemberData(nameof(ExtendedRows))]
    public void In_a_column_of_the_extended_template(string cells, string expected) =>
        Assert.Equal(expected, Written(Of(File, Ledger.Sheet($"{Ledger.Header}{More}\n1|青竹餐馆||||||灭火器过期||||{cells}"))));

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void In_a_whole_ledger(string file, string rows, string expected) => Assert.Equal(expected, Written(Of(file, Ledger.Sheet(rows))));

    [Fact]
    public void In_sheets_and_hidden_struck_or_picture_rows()
    {
        var ledger = Ledger.Sheet(Ledger.Header + "\n1|甲店||||||通道堵塞\n2|乙店||||||通道堵塞\n3|丙店||||||通道堵塞");
        LedgerRow[] rows = [.. ledger.Rows.Select(row => row.Number switch { 2 or 3 => row with { Marks = RowMarks.Hidden }, 4 => row with { Marks = RowMarks.Struck }, _ => row }), new LedgerRow(5, [], RowMarks.Picture)];
        var problems = Of(File, ledger with { Rows = rows }, Ledger.Sheet("姓名|电话", 2, "通讯录"), Ledger.Sheet("甲|乙", 3, "旧", isHidden: true));
        Assert.Equal("hidden_rows@第2行 struck_rows@A4 picture_only@第5行! unread_sheet@A1 hidden_sheet@", Written(problems));
        Assert.Contains("在第 2–3 行", problems[0].Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formulas_error_outside_the_known_columns_is_shown_too()
    {
        var sheet = Ledger.Sheet(Ledger.Header + "|公式\n1|甲店||||||通道堵塞||||#N/A");
        Assert.Equal("unknown_column@L1 formula_error@L2", Written(Of(File, sheet with { Rows = [sheet.Rows[0], sheet.Rows[1] with { Marks = RowMarks.FormulaError }] })));
    }

    [Fact]
    public void Every_code_that_can_be_a_problem_has_a_case()
    {
        string[] harmless = ["title", "header", "blank", "subtotal", "signature", "continuation_note", "group", "zero_report", "note", "hand_back_note", "template_lists", "continuation", "bad_seed", "decided", "decided_skip"];
        var cases = Rows.Select(row => row.Data.Item2).Concat(ExtendedRows.Select(row => row.Data.Item2)).Concat(Ledgers.Select(row => row.Data.Item3)).SelectMany(text => text.Split(' ')).Select(text => text.Split('@')[0])
            .Concat(["hidden_rows", "struck_rows", "picture_only", "unread_sheet", "hidden_sheet"]);
        var codes = typeof(ReasonCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Empty(codes.Except(harmless, StringComparer.Ordinal).Except(cases, StringComparer.Ordinal));
    }

    [Fact]
    public void A_value_merged_over_rows_is_one_problem_at_the_first_cell()
    {
        var sheet = Ledger.Sheet(Ledger.Header + "\n1|甲店||||||通道堵塞||2022.6.31\n2|乙店||||||通道堵塞\n3|丙店||||||通道堵塞", merges: [Ledger.Merge(2, 4, 9)]);
        Assert.Equal("due_unreadable@J2", Written(Of(File, sheet)));
    }

    [Fact]
    public void The_cure_is_concrete()
    {
        var due = Assert.Single(Of(File, Ledger.Sheet(Ledger.Header + "\n1|甲店||||||通道堵塞||2022.6.31")));
        Assert.Equal(("整改时限", "2022.6.31", "时限的文字无法识别。"), (due.ColumnName, due.CellText, due.Message));
        Assert.Equal("请写成 2022-06-30 这样的日期，或“立行立改”“长期”。6月没有31日。", due.Cure);
        var reversed = Assert.Single(Of(File, Ledger.Sheet(Ledger.Header + "\n1|甲店||||||通道堵塞||2022-06-01|2022-06-08检查")));
        Assert.EndsWith("现在读作：发现 2022-06-08，时限 2022-06-01。", reversed.Cure, StringComparison.Ordinal);
        var missing = Assert.Single(Of(File, Ledger.Sheet("序号|问题隐患|整改措施及情况|整改时限|备注\n1|通道堵塞")));
        Assert.EndsWith("缺少：单位名称。", missing.Cure, StringComparison.Ordinal);
        Assert.All(Ledgers.Select(row => row.Data.Item2), rows => Assert.All(Of("台账.xlsx", Ledger.Sheet(rows)), problem => Assert.DoesNotContain("--", problem.Cure, StringComparison.Ordinal)));
    }

    [Fact]
    public void Both_languages_say_it()
    {
        var file = new LandedFile([File], [Ledger.Sheet(Ledger.Header + "\n1|甲店||||||通道堵塞||2022.6.31")], new LandSettings());
        var english = Assert.Single(LedgerProblems.Of(file, HandedBack.Read(file), ReasonWords.From(SeedFiles.Rows("reasons"), CultureInfo.GetCultureInfo("en-US"))));
        Assert.Equal("The deadline's words cannot be read.", english.Message);
        Assert.EndsWith("June has no day 31.", english.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("台账.docx", "表1", "表1 第2行第10列")]
    [InlineData("6月.csv", "6月.csv", "第2条 整改时限")]
    [InlineData("台账.xlsx", "表1", "J2")]
    public void A_cell_is_named_as_its_program_names_it(string file, string sheet, string cell) =>
        Assert.Contains(Of(file, Ledger.Sheet(Ledger.Header + "\n1|甲店||||||通道堵塞||2022.6.31", name: sheet)), problem => problem.Code == "due_unreadable" && problem.Cell == cell);

    [Fact]
    public void Phones_and_persons_are_masked()
    {
        var rows = Ledger.Header + "\n1|甲店|横街|张某某|138001380|||灭火器过期，张某某电话13900000000|||";
        Assert.All(Of(File, Ledger.Sheet(rows)), problem => Assert.DoesNotMatch("张某某|13900000000|138001380", problem.CellText ?? ""));
        Assert.Equal(["138******", "灭火器过期，［姓名］电话［电话］"], Of(File, Ledger.Sheet(rows)).Select(problem => problem.CellText));
    }

    private static IReadOnlyList<LedgerProblem> Of(string name, params LandedSheet[] sheets)
    {
        var file = new LandedFile([name], sheets, new LandSettings());
        return LedgerProblems.Of(file, HandedBack.Read(file), HandedBack.Chinese);
    }

    private static string Written(IEnumerable<LedgerProblem> problems) =>
        string.Join(' ', problems.Select(problem => $"{problem.Code}@{problem.Cell}{(problem.Waits ? "!" : "")}"));
}
