using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SafetyAnalytics.Pipeline.Tests.River;

namespace SafetyAnalytics.Pipeline.Tests.Risk;

[Collection(nameof(RiskRiver))]
public sealed class PlanTests(RiskRiver river)
{
    [Fact]
    public void A_plan_is_a_ledger_that_reads_itself_back_in_every_format()
    {
        using var office = new Shell();
        foreach (var (extension, month) in new[] { ("docx", "2022-10"), ("csv", "2022-11"), ("xlsx", "2022-12") })
        {
            var path = Path.Combine(river.Early.Folder, $"plan.{extension}");
            var said = river.Early.Do("plan", "--period", "国庆节", "--year", "2022", "--visits", "12", "--as-of", RiskRiver.CutOff, "--out", path);
            Assert.True(said.ExitCode == 0, said.Error);
            AssertValid(path, extension);
            Assert.True(office.Do(extension == "xlsx" ? "run" : "land", path, "--month", month, "--from", "应急办", "--blank-hazard", "visit").ExitCode <= 1);
        }

        Assert.Equal(["12", "12", "12"], office.Column("select count(*) from fct_visit group by month order by month"));
        Assert.Equal(["0"], office.Column("select count(*) from mart_hazard"));
    }

    [Fact]
    public void After_the_period_the_plan_is_held_against_a_naive_order()
    {
        var path = Path.Combine(river.Whole.Folder, "plan.csv");
        Assert.Equal(0, river.Whole.Do("plan", "--period", "国庆节", "--year", "2022", "--visits", "20", "--as-of", RiskRiver.CutOff, "--out", path).ExitCode);
        river.Whole.Do("publish");
        Assert.Equal(["hazards_per_visit all 20", "plan all 20", "plan chosen 18", "plan random 2"],
            river.Whole.Column("select order_name || ' ' || part || ' ' || unit_count from mart_risk_plan_outcome where plan_key like '2022%20' order by 1"));
        Assert.Equal(["True"], river.Whole.Column("select bool_and(first_visited_on > as_of and first_visited_on <= ends_on) from mart_risk_plan where first_visited_on is not null"));
    }

    [Fact]
    public void Each_department_gets_what_it_can_do_and_unmet_duties_are_published()
    {
        var path = Path.Combine(river.Whole.Folder, "shares.csv");
        var said = river.Whole.Do("plan", "--period", "国庆节", "--year", "2022", "--visits", "8", "--visits-of", "应急办=2", "--as-of", RiskRiver.CutOff, "--out", path);
        Assert.True(said.ExitCode == 0, said.Error);
        river.Whole.Do("publish");
        Assert.Equal(["应急办 2 2"], river.Whole.Column("select department || ' ' || visits || ' ' || planned_count from mart_risk_plan_budget where plan_key like '% 8-%'"));
        Assert.Equal(["True"], river.Whole.Column("select count(*) > 0 from mart_risk_plan_duty where plan_key like '% 8-%' and kind = 'community'"));
        Assert.Equal(["True"], river.Whole.Column("select bool_and(probability between 0 and 1) and bool_and(observed is null = (example_count is null)) from mart_risk_plan_look where plan_key like '% 8-%'"));
        Assert.Equal(["0"], river.Whole.Column("select count(*) from mart_risk_plan where plan_key like '% 8-%' and order_name = 'plan' and inspected_count is null and unit_key not like 'roster:%'"));
        Assert.Equal(2, river.Whole.Do("plan", "--period", "国庆节", "--year", "2022", "--visits-of", "应急办", "--out", path).ExitCode);
    }

    [Fact]
    public void A_filled_plan_brings_its_hazards()
    {
        var path = Path.Combine(river.Early.Folder, "filled.csv");
        Assert.Equal(0, river.Early.Do("plan", "--period", "国庆节", "--year", "2022", "--visits", "10", "--as-of", RiskRiver.CutOff, "--out", path).ExitCode);
        string[] lines = [.. File.ReadAllLines(path).Select((line, i) => i == 0 ? line : Filled(line, i))];
        File.WriteAllLines(path, lines, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var office = new Shell();
        Assert.True(office.Do("run", path, "--month", "2022-10", "--from", "应急办").ExitCode <= 1);
        Assert.Equal(["灭火器压力不足 rectified"], office.Column("select distinct hazard_text || ' ' || status from mart_hazard"));
        Assert.Equal(["9"], office.Column("select count(*) from fct_unit_visit where hazard_count = 0"));
    }

    /// <summary>The first unit has a hazard, the others are in order.</summary>
    private static string Filled(string line, int number)
    {
        using var csv = new CsvHelper.CsvParser(new StringReader(line), System.Globalization.CultureInfo.InvariantCulture);
        csv.Read();
        var cells = csv.Record!;
        (cells[7], cells[8]) = number == 1 ? ("灭火器压力不足", "已整改") : ("无", "");
        return string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
    }

    private static void AssertValid(string path, string extension)
    {
        if (extension == "csv") return;
        using OpenXmlPackage package = extension == "xlsx" ? SpreadsheetDocument.Open(path, isEditable: false) : WordprocessingDocument.Open(path, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(package, TestContext.Current.CancellationToken).Select(fault => fault.Description));
    }
}
