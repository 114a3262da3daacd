namespace SafetyAnalytics.Pipeline.Tests.Closing;

/// <summary>A closed month keeps its numbers, whatever comes later.</summary>
[Collection(nameof(ClosingStory))]
public sealed class ClosingTests(ClosingStory story)
{
    [Fact]
    public void A_closed_month_reads_as_it_was_published() =>
        Assert.Equal(story.JuneThen, story.June("mart_month_version", "version = 1", "* exclude (version)"));

    [Fact]
    public void What_is_known_now_is_another_query_on_the_same_table()
    {
        Assert.Equal(story.June("mart_month"), story.June("mart_month_version", "version = 0", "* exclude (version)"));
        Assert.NotEqual(story.JuneThen, story.June("mart_month"));
    }

    [Fact]
    public void Closing_again_keeps_another_version_and_the_old_one_stays()
    {
        Assert.Equal(["1 1", "2 2"], story.Shell.Column("select concat_ws(' ', version, closing_number) from dim_month_version where closing_number is not null order by version"));
        Assert.Equal(story.JuneThen, story.June("mart_month_version", "version = 1", "* exclude (version)"));
        Assert.Equal(story.June("mart_month"), story.June("mart_month_version", "version = 2", "* exclude (version)"));
        Assert.Equal("reopened", story.StateWhenReopened);
    }

    [Fact]
    public void An_open_month_is_provisional_and_a_closed_one_is_not()
    {
        Assert.Equal(["2022-05 open true", "2022-06 closed false", "2022-07 open true"], story.Shell.Column("select concat_ws(' ', month, month_state, is_provisional) from dim_month_version where version = 0 order by month"));
        Assert.Equal(["False", "True"], story.Shell.Column("select is_provisional from dim_month_version where version = 1 order by month desc"));
    }

    [Fact]
    public void A_closing_says_when_by_whom_and_what_readers_saw()
    {
        Assert.Equal(["王＊＊", "应急办"], story.Shell.Column("select closed_by from dim_month_version where closing_number is not null order by version"));
        Assert.Equal([story.PublishedThen], story.Shell.Column("select snapshot_name from dim_month_version where version = 1 and closing_number = 1"));
        Assert.Empty(story.Shell.Column("select table_name from duckdb_columns() where comment like '%王小明%' or column_name like '%why%'"));
    }

    [Fact]
    public void Each_month_opens_with_the_last_ones_closing_in_every_version() => Assert.Empty(story.Shell.Column(
        """
        with months as (select version, month, sum(opening) as opening, sum(closing) as closing from mart_month_version group by all)
        select version
        from months
        qualify opening <> lag(closing) over (partition by version order by month)
        """));

    [Fact]
    public void The_hazards_of_a_version_add_up_to_its_numbers() => Assert.Empty(story.Shell.Column(
        """
        select version
        from (select version, month, sum(opening) as opening, sum(found) as found, sum(closed) as closed, sum(closing) as closing, sum(overdue) as overdue, sum(found_to_date) as to_date from mart_month_version group by all) as numbers
        join (select version, month, sum(opening) as opening, sum(found) as found, sum(closed) as closed, sum(closing) as closing, sum(overdue) as overdue, sum(found_to_date) as to_date from fct_hazard_month_version group by all) as hazards using (version, month)
        where (numbers.opening, numbers.found, numbers.closed, numbers.closing, numbers.overdue, numbers.to_date) is distinct from (hazards.opening, hazards.found, hazards.closed, hazards.closing, hazards.overdue, hazards.to_date)
        """));

    [Fact]
    public void Closing_a_closed_month_says_nothing_new()
    {
        using var shell = new River.Shell();
        shell.Do("run", shell.Ledger("应急办2022年6月.csv", ("甲饭店", "灭火器过期", "整改中")));
        shell.Do("decide", "month-close", "2022-06");
        shell.Do("decide", "month-close", "2022-06", "--now");
        Assert.Equal(["1"], shell.Column("select closing_number from dim_month_version where closing_number is not null"));
        Assert.Equal(2, shell.Do("decide", "month-close", "2022-13").ExitCode);
    }
}
