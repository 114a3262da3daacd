namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>When a hazard was found, and when somebody was at a unit: what risk scores learn from.</summary>
public sealed class Findings
{
    private const string Header = "file month sender row unit hazard relation status found level category\n";

    [Fact]
    public void A_copied_line_is_no_finding_unless_it_states_a_day_of_its_own()
    {
        using var given = new GivenLedgers(Header + """
            a 2022-05 应急办 1 甲店 H1 new ordered 2022-05-10 - 灭火器材
            b 2022-06 应急办 1 甲店 H1 carried_over ordered 2022-05-10 - 灭火器材
            c 2022-07 应急办 1 甲店 H1 carried_over ordered 2022-07-12 - 灭火器材
            d 2022-08 应急办 1 甲店 H1 carried_over ordered - - 灭火器材
            """);
        given.Expect("select hazard_key, found_at_visit_on, is_return from fct_finding order by all", """
            H1 2022-05-10 no
            H1 2022-07-12 no
            """);
        given.Expect("select visited_at_on, hazard_count, is_day_stated from fct_unit_visit order by all", """
            2022-05-10 1 yes
            2022-07-12 1 yes
            """);
    }

    [Fact]
    public void Without_a_day_it_is_the_months_last_stated_visit_or_its_end()
    {
        using var given = new GivenLedgers(Header + """
            a 2022-05 应急办 1 甲店 H1 new ordered 2022-05-10 - 灭火器材
            a 2022-05 应急办 2 甲店 H2 new ordered - 重大 电气线路与用电
            a 2022-05 应急办 3 乙店 H3 new ordered - - 灭火器材
            """);
        given.Expect("select hazard_key, found_at_visit_on, is_major from fct_finding order by all", """
            H1 2022-05-10 no
            H2 2022-05-10 yes
            H3 2022-05-31 no
            """);
        given.Expect("select visited_at_on, hazard_count, major_count, array_to_string(categories, '、') from fct_unit_visit order by all", """
            2022-05-10 2 1 灭火器材、电气线路与用电
            2022-05-31 1 0 灭火器材
            """);
    }

    [Fact]
    public void What_is_told_late_became_known_with_its_ledger_and_a_return_is_marked()
    {
        using var given = new GivenLedgers(Header + """
            a 2022-05 应急办 1 甲店 H1 new rectified 2022-05-10 - 灭火器材
            b 2022-06 应急办 1 甲店 H1 reopened ordered - - 灭火器材
            b 2022-06 应急办 2 甲店 H2 new ordered 2022-04-03 - 灭火器材
            """);
        given.Expect("select hazard_key, found_at_visit_on, is_return from fct_finding order by all", """
            H1 2022-05-10 no
            H1 2022-06-30 yes
            H2 2022-06-01 no
            """);
    }
}
