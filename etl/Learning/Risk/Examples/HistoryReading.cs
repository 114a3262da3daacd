using System.Data;
using System.Data.Common;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>Reads a <see cref="RiskHistory"/> from a built warehouse or a snapshot. Numbers given to names follow the order of the rows' days, so the same rows give the same history.</summary>
public static class HistoryReading
{
    public static RiskHistory Read(DuckDBConnection connection, CancellationToken cancellationToken = default)
    {
        var units = connection.Rows("select unit_key, unit_name, unit_address from dim_unit order by unit_key", row => new RiskUnit(row.GetString(0), row.GetString(1), row.TextOrNull(2)));
        var numbers = units.Select((unit, i) => (unit.Key, Number: i)).ToDictionary(unit => unit.Key, unit => unit.Number, StringComparer.Ordinal);
        cancellationToken.ThrowIfCancellationRequested();
        var visits = connection.Rows("select unit_key, visited_at_on from fct_unit_visit order by visited_at_on, unit_key", row => new UnitVisit(numbers[row.GetString(0)], DayOf(row, 1)));
        cancellationToken.ThrowIfCancellationRequested();
        var categories = new Names("待匹配", "未填报", "不适用");
        var (sectors, communities) = (new Names("待匹配", "未填报", "不适用"), new Names("待匹配", "未填报", "不适用"));
        var findings = Findings(connection, numbers, categories, sectors, communities);
        cancellationToken.ThrowIfCancellationRequested();
        var states = States(connection, numbers, categories);
        var periods = connection.Rows(
            "select starts_on, ends_on from dim_period where is_foreseen and starts_on is not null and ends_on is not null order by starts_on, ends_on",
            row => new RiskPeriod(DayOf(row, 0), DayOf(row, 1)));
        var traits = new Names();
        return new RiskHistory(units, categories.All, sectors.All, communities.All, visits, findings, states, periods) { Traits = Traits(connection, numbers, traits), TraitNames = traits.All };
    }

    private static IReadOnlyList<Finding> Findings(DuckDBConnection connection, Dictionary<string, int> units, Names categories, Names sectors, Names communities)
    {
        var endings = new Names();
        return connection.Rows(
            """
            select unit_key, found_at_visit_on, category, sector, community, if(length(measures_text) <= 24, measures_text, left(measures_text, 6)), is_major, is_return
            from fct_finding
            order by found_at_visit_on, unit_key, category, hazard_key
            """,
            row => new Finding(
                units[row.GetString(0)], DayOf(row, 1), categories.Of(row.GetString(2)), sectors.Of(row.TextOrNull(3)), communities.Of(row.TextOrNull(4)), endings.Of(row.TextOrNull(5)),
                row.GetBoolean(6), row.GetBoolean(7)));
    }

    /// <summary>What a row tells of a state is known from the stated day of closing, else from the ledger month's end.</summary>
    private static IReadOnlyList<HazardState> States(DuckDBConnection connection, Dictionary<string, int> units, Names categories)
    {
        var hazards = new Names();
        return connection.Rows(
            """
            with told as (
                select
                    hazard.unit_key,
                    event.hazard_key,
                    hazard.category,
                    event.event_number,
                    event.status not in ('rectified', 'verified', 'cancelled') as is_open,
                    event.due_on,
                    event.rectified_on - event.found_on as days_to_rectify,
                    last_day(cast(event.month || '-01' as date)) as month_ends_on,
                    coalesce(if(event.status in ('rectified', 'verified', 'cancelled'), coalesce(event.rectified_on, event.verified_on), event.found_on), month_ends_on) as told_on,
                    greatest(least(told_on, month_ends_on), cast(event.month || '-01' as date)) as known_on,
                from fct_hazard_event as event
                join fct_hazard as hazard using (hazard_key)
            )
            select unit_key, known_on, hazard_key, category, is_open, due_on, if(not is_open and days_to_rectify >= 0, days_to_rectify, -1)
            from told
            order by known_on, hazard_key, event_number
            """,
            row => new HazardState(
                units[row.GetString(0)], DayOf(row, 1), hazards.Of(row.GetString(2)), categories.Of(row.GetString(3)), row.GetBoolean(4),
                row.IsDBNull(5) ? 0 : DayOf(row, 5), row.IsDBNull(6) ? -1 : (int)row.GetInt64(6)));
    }

    /// <summary>A warehouse of an earlier version tells of none.</summary>
    private static IReadOnlyList<UnitTrait> Traits(DuckDBConnection connection, Dictionary<string, int> units, Names traits)
    {
        if (connection.Scalar("select 1 from duckdb_tables() where table_name = 'fct_unit_trait'") is null) return [];
        return connection.Rows(
            "select unit_key, last_day(cast(month || '-01' as date)) as told_on, trait from fct_unit_trait order by told_on, unit_key, trait",
            row => new UnitTrait(units[row.GetString(0)], DayOf(row, 1), traits.Of(row.GetString(2))));
    }

    private static int DayOf(IDataRecord row, int column) => ((DbDataReader)row).GetFieldValue<DateOnly>(column).DayNumber;

    /// <summary>Numbers for names, in the order they come; names that mean "unknown" are -1.</summary>
    private sealed class Names(params string[] unknown)
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _all = [];

        public IReadOnlyList<string> All => _all;

        public int Of(string? name)
        {
            if (name is null || unknown.Contains(name, StringComparer.Ordinal)) return -1;
            if (_numbers.TryGetValue(name, out var number)) return number;
            _all.Add(name);
            return _numbers[name] = _all.Count - 1;
        }
    }
}
