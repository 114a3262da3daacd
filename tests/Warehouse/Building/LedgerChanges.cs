namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>What each file changes, counted from given sightings.</summary>
public sealed class LedgerChanges
{
    private const string Changes = "select file_name, change, change_count from mart_ledger_change join mart_ledger_file using (file_sha256) order by file_name, change";

    [Fact]
    public void A_hazard_counts_for_what_each_file_tells_of_it()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status
            june 2022-06 甲     1   U    H1     new          in_progress
            june 2022-06 甲     2   U    H2     new          rectified
            july 2022-07 甲     1   U    H1     carried_over rectified
            july 2022-07 甲     2   U    H2     repeated     rectified
            july 2022-07 甲     3   U    H3     recurrent    not_started
            aug  2022-08 甲     1   U    H1     reopened     in_progress
            """);
        given.Expect(Changes, """
            aug.csv  reopened     1
            july.csv carried_over 1
            july.csv closed       1
            july.csv recurrent    1
            july.csv repeated     1
            june.csv closed       1
            june.csv new          2
            """);
    }

    [Fact]
    public void A_reopened_hazard_can_be_closed_again()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status      after
            june 2022-06 甲     1   U    H1     new          rectified   rectified
            july 2022-07 甲     1   U    H1     reopened     ordered     open
            aug  2022-08 甲     1   U    H1     carried_over verified    verified
            """);
        given.Expect(Changes, """
            aug.csv  carried_over 1
            aug.csv  closed       1
            july.csv reopened     1
            june.csv closed       1
            june.csv new          1
            """);
    }

    [Fact]
    public void A_corrected_version_counts_the_rows_it_brings_and_those_it_takes_back()
    {
        using var given = new GivenLedgers("""
            file  month   sender row unit hazard relation status      fingerprint revision received
            first 2022-06 甲     1   U    H1     new      in_progress same        0        2022-06-28
            first 2022-06 甲     2   U    H2     new      in_progress wrong       0        2022-06-28
            first 2022-06 甲     3   U    H3     new      in_progress gone        0        2022-06-28
            later 2022-06 甲     1   U    H1     new      in_progress same        0        2022-07-01
            later 2022-06 甲     2   U    H2     new      rectified   right       0        2022-07-01
            """);
        given.Expect(Changes, """
            later.csv closed    1
            later.csv corrected 1
            later.csv new       2
            later.csv withdrawn 2
            """);
        given.Expect("select file_name, sheet, header_row, month, version, outcome from mart_ledger_part order by version", """
            first.csv first.csv 1 2022-06 1 superseded
            later.csv later.csv 1 2022-06 2 landed
            """);
    }

    [Fact]
    public void A_clean_visit_is_a_change_and_a_ledger_that_waits_brings_none()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status kind  part_reason
            june 2022-06 甲     1   U    -      -        -      visit -
            odd  2022-06 乙     1   U    H1     new      ordered hazard month_conflict
            """);
        given.Expect(Changes, "june.csv clean_visit 1");
        given.Expect("select file_name, outcome, reason from mart_ledger_part order by file_name", """
            june.csv landed  -
            odd.csv  waiting month_conflict
            """);
    }
}
