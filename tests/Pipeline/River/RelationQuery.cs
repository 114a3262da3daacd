namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>What <see cref="TruthRelations"/> judges.</summary>
public static class RelationQuery
{
    public const string Sql =
        """
        select file.file_name, event.sheet, event.row_number, event.item_no, event.hazard_key, event.event, mart_hazard.recurrence_of
        from fct_hazard_event as event
        join mart_hazard using (hazard_key)
        join mart_ledger_file as file on file.file_sha256 = event.file_sha256 and file.outcome = 'landed'
        where event.said_by = 'ledger' and event.event in ('found', 'carried_over', 'reopened', 'repeated', 'seen_in_other_ledger')
        """;
}
