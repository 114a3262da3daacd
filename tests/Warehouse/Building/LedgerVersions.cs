using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>Which ledger counts, and what becomes of each row.</summary>
public sealed class LedgerVersions
{
    private const string Files = "select file_name, outcome, version, rows_read, rows_loaded, rows_superseded, rows_waiting from mart_ledger_file order by file_name";

    [Fact]
    public void A_corrected_ledger_supersedes_the_earlier_one_whole()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status    received
            a    2022-05 应急办 2   甲店 H1     new      ordered   2022-06-01
            a    2022-05 应急办 3   乙店 H2     new      ordered   2022-06-01
            b    2022-05 应急办 2   甲店 H1     new      rectified 2022-06-03
            """);
        given.Expect(Files, """
            a.csv superseded 1 2 0 2 0
            b.csv landed     2 1 1 0 0
            """);
        given.Expect("select hazard_key, status from mart_hazard", "H1 rectified");
    }

    [Fact]
    public void What_a_file_says_of_its_version_beats_when_it_was_received()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status    received   revision
            a    2022-05 应急办 2   甲店 H1     new      ordered   2022-06-03 0
            b    2022-05 应急办 2   甲店 H2     new      rectified 2022-06-01 1
            """);
        given.Expect("select hazard_key from mart_hazard", "H2");
    }

    [Fact]
    public void An_unsettled_ledger_waits_with_all_its_rows()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status  part_reason
            a    2022-05 应急办 2   甲店 H1     new      ordered -
            b    -       应急办 2   乙店 H2     new      ordered month_conflict
            """);
        given.Expect(Files, """
            a.csv landed  1 1 1 0 0
            b.csv waiting - 1 0 0 1
            """);
        given.Expect("select outcome, reason, hazard_key from mart_ledger_row where file_name = 'b.csv'", "waiting month_conflict -");
    }

    [Fact]
    public void The_same_row_twice_counts_once_and_leads_to_the_same_hazard()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status  fingerprint
            a    2022-05 应急办 2   甲店 H1     new      ordered same
            a    2022-05 应急办 3   甲店 H1     new      ordered same
            """);
        given.Expect("select row_number, outcome, reason, hazard_key from mart_ledger_row order by 1", """
            2 loaded   -             H1
            3 repeated duplicate_row H1
            """);
    }

    [Fact]
    public void A_clean_visit_is_loaded_without_a_hazard()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status kind
            a    2022-05 应急办 2   甲店 -      -        -      visit
            """);
        given.Expect("select outcome, reason, hazard_key from mart_ledger_row", "loaded clean_visit -");
        given.Expect("select unit_key, submitter, month, visited_on, hazard_count from fct_visit", "U-甲店 应急办 2022-05 - 0");
    }

    [Fact]
    public void Missing_is_not_zero_and_late_is_after_the_cut_off_on_the_local_clock()
    {
        using var given = new GivenLedgers(
            """
            file month   sender row unit hazard relation status  kind    reason      received
            a    2022-05 应急办 2   甲店 H1     new      ordered -       -           2022-06-05
            b    2022-05 市政办 2   -    -      -        -       skipped zero_report 2022-06-06
            """,
            seeds: OfSubmitters("应急办,department,2022-05,,x", "市政办,department,2022-05,,x", "民政办,department,2022-05,,x"));
        given.Expect("select submitter, month, state, is_on_time from mart_submission order by submitter", """
            市政办 2022-05 zero_report no
            应急办 2022-05 received    yes
            民政办 2022-05 missing     -
            """);
    }

    private static Seeds OfSubmitters(params string[] lines)
    {
        var folder = Directory.CreateTempSubdirectory("seeds-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "submitters.replace.csv"), "submitter,kind,expected_from,expected_to,source\n" + string.Join('\n', lines) + "\n");
            return Seeds.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
