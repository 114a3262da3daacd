using System.Text.Json;

namespace SafetyAnalytics.Pipeline.Tests.Closing;

/// <summary>What changed in a closed month is told number by number, hazard by hazard, with what changed it.</summary>
[Collection(nameof(ClosingStory))]
public sealed class RestatementTests(ClosingStory story)
{
    private JsonElement First => JsonDocument.Parse(story.FirstRestatement.Output).RootElement;

    [Fact]
    public void Each_changed_number_says_before_now_and_difference()
    {
        var whole = First.GetProperty("numbers").EnumerateArray().Where(number => number.GetProperty("dimension").GetString() == "all")
            .ToDictionary(number => number.GetProperty("metric").GetString()!, number => (Before: number.GetProperty("value_before"), Now: number.GetProperty("value_now"), Difference: number.GetProperty("difference")), StringComparer.Ordinal);
        Assert.Equal((2.0, 1.0, -1.0), (whole["open_stock"].Before.GetDouble(), whole["open_stock"].Now.GetDouble(), whole["open_stock"].Difference.GetDouble()));
        Assert.Equal((0.0, 1.0, 1.0), (whole["rectified_in_month"].Before.GetDouble(), whole["rectified_in_month"].Now.GetDouble(), whole["rectified_in_month"].Difference.GetDouble()));
        Assert.DoesNotContain("hazards_found", whole.Keys);
    }

    [Fact]
    public void Behind_a_number_stand_its_hazards_and_no_others()
    {
        var hazards = Hazards();
        var stock = First.GetProperty("numbers").EnumerateArray().Single(number => number.GetProperty("metric").GetString() == "open_stock" && number.GetProperty("member").GetString() == "");
        var keys = stock.GetProperty("hazard_keys").EnumerateArray().Select(key => key.GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(["丁茶馆", "丙网吧", "甲饭店"], hazards.Where(hazard => keys.Contains(hazard.Key)).Select(hazard => hazard.Unit).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_hazard_says_what_became_of_it_and_which_file_and_row_changed_it()
    {
        var told = Hazards().GroupBy(hazard => hazard.Unit, StringComparer.Ordinal).ToDictionary(unit => unit.Key, unit => unit.ToList(), StringComparer.Ordinal);
        Assert.Equal(["丁茶馆", "丙网吧", "甲饭店"], told.Keys.Order(StringComparer.Ordinal));
        Assert.All(told.Values.SelectMany(fields => fields), field => Assert.Equal(("file", ClosingStory.Corrected), (field.Cause, field.File)));
        Assert.Equal(("added", 3), (told["丁茶馆"].Single().Change, told["丁茶馆"].Single().Row));
        Assert.Equal("gone", told["丙网吧"].Single().Change);
        Assert.Equal(["closed 0 1", "closing 1 0", "due_judgement late on_time", "open_with_due 1 0"], told["甲饭店"].Select(field => $"{field.Field} {field.Before} {field.Now}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_last_closing_has_nothing_restated_and_the_first_still_has()
    {
        var last = JsonDocument.Parse(story.Shell.Do("restatement", "--month", "2022-06", "--format", "json").Output).RootElement;
        Assert.Equal((2, 0), (last.GetProperty("version").GetInt32(), last.GetProperty("numbers").GetArrayLength()));
        var first = story.Shell.Do("restatement", "--month", "2022-06", "--version", "1", "--format", "csv");
        Assert.Contains("number,2022-06,1,open_stock,all,", first.Output, StringComparison.Ordinal);
        Assert.Contains("丙网吧", story.Shell.Do("restatement", "--month", "2022-06", "--version", "1").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-05", 3)]
    [InlineData("2031-05", 3)]
    [InlineData("junk", 2)]
    public void A_month_that_was_never_closed_is_an_error_with_its_cure(string month, int exitCode)
    {
        var said = story.Shell.Do("restatement", "--month", month);
        Assert.Equal(exitCode, said.ExitCode);
        Assert.Contains(month, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_named_when_it_changed_the_month()
    {
        using var shell = new River.Shell();
        shell.Do("run", shell.Ledger("应急办2022年6月.csv", ("甲饭店", "灭火器过期", "弄妥了")));
        shell.Do("decide", "month-close", "2022-06", "--now");
        var decided = shell.Do("decide", "word", "status_words", "rectified", "弄妥了", "--now");
        var id = decided.Output.Split(' ')[0];
        Assert.Equal([$"decision {id}"], shell.Column("select distinct concat_ws(' ', cause, cause_decision_id) from mart_restatement_hazard"));
        Assert.Equal([$"{id}"], shell.Column("select distinct unnest(causes) from mart_restatement where metric = 'open_stock'"));

        shell.Do("decide", "undo", id, "--now");
        Assert.Empty(shell.Column("select hazard_key from mart_restatement_hazard"));
        Assert.Empty(shell.Column("select metric from mart_restatement"));
    }

    private sealed record Told(string Key, string Unit, string Change, string Field, string? Before, string? Now, string Cause, string? File, int? Row);

    private List<Told> Hazards() =>
    [
        .. First.GetProperty("hazards").EnumerateArray().Select(field => new Told(
            Text("hazard_key", field)!, Text("unit_name", field)!, Text("change", field)!, Text("field", field)!, Text("value_before", field), Text("value_now", field), Text("cause", field)!, Text("cause_file", field),
            field.GetProperty("cause_row").ValueKind is JsonValueKind.Number ? field.GetProperty("cause_row").GetInt32() : null)),
    ];

    private static string? Text(string name, JsonElement field) => field.GetProperty(name).GetString();
}
