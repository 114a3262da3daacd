using System.Globalization;
using SafetyAnalytics.Learning.Risk.Planning;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>What a plan says of one unit.</summary>
/// <param name="LookFor">Kinds of hazards likeliest to be found, each with its probability.</param>
public sealed record PlannedVisit(PlanItem Item, string UnitName, string? UnitAddress, IReadOnlyList<(string Category, double Probability)> LookFor, IReadOnlyList<string> ReasonsZh, IReadOnlyList<string> ReasonsEn);

/// <param name="PlanKey">Period, day and budget.</param>
/// <param name="Unmet">With the names of units in place of their keys.</param>
public sealed record MadePlan(string PlanKey, PlanPeriod Period, DateOnly AsOf, PlanBudget Budget, IReadOnlyList<PlannedVisit> Listed, CheckPlanResult Result, IReadOnlyList<UnmetDuty> Unmet, string Model, bool IsThin);

/// <summary><c>plan</c>: the check list before a high-risk period, from the scores of a day before it.</summary>
public sealed class PlanMaker(DataDirectory data, Seeds seeds, TimeProvider clock)
{
    /// <summary>Departments check beforehand: two weeks, unless said otherwise.</summary>
    public const int DefaultLeadDays = 14;

    private const int LookForMost = 3;

    /// <param name="budget">Null: a tenth of the units, at the least ten.</param>
    /// <param name="asOf">Null: the lead days before the period, or the day of the last build where that is earlier.</param>
    public MadePlan Make(PlanPeriod period, PlanBudget? budget, int leadDays, DateOnly? asOf, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        var day = asOf ?? Earlier(period.StartsOn.AddDays(-leadDays), BuiltFor());
        EnsureScored(day, progress, cancellationToken);
        var (model, isThin) = ModelOf(day);
        var units = Units(day);
        var candidates = units.ConvertAll(unit => unit.Candidate);
        var asked = budget ?? PlanBudget.Of(Math.Max(10, (int)Math.Ceiling(candidates.Count * 0.1)));
        var within = asked with { Total = Math.Min(candidates.Count, asked.Total) };
        var key = string.Create(CultureInfo.InvariantCulture, $"{period.StartsOn.Year} {period.Name} {day:yyyy-MM-dd} {within.Key}");
        var result = CheckPlan.Make(candidates, within, CheckPlan.Number(key));
        var byKey = units.ToDictionary(unit => unit.Candidate.UnitKey, StringComparer.Ordinal);
        var lookFor = LookFor(day);
        var listed = result.Items.Select(item => Planned(item, byKey[item.Candidate.UnitKey], lookFor)).ToList();
        var unmet = result.Unmet.Select(duty => duty.Kind == "half_year" ? duty with { Subject = Called(byKey[duty.Subject]) } : duty).Distinct().ToList();
        var plan = new MadePlan(key, period, day, within, listed, result, unmet, model, isThin);
        new PlanBook(data, clock).Write(plan, byKey.ToDictionary(unit => unit.Key, unit => (unit.Value.Name, unit.Value.Address), StringComparer.Ordinal));
        WarehouseRefresh.Run(data.RestrictedFile, data.WarehouseFile, RiskBooks.Prefix, cancellationToken);
        return plan;
    }

    private DateOnly BuiltFor()
    {
        if (!File.Exists(data.WarehouseFile)) throw new PipelineException(ExitCode.Cannot, Messages.Of("nothing_built", data.Root));
        using var built = DuckDbFile.OpenForReading(data.WarehouseFile);
        return built.Rows("select max(measured_on) from dim_month", row => DateOnly.FromDateTime(row.GetDateTime(0)))[0];
    }

    /// <summary>Scores of that very day, made now unless they are there.</summary>
    private void EnsureScored(DateOnly day, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var isThere = RawDatabase.Read(data, connection =>
            connection.Scalar("select 1 from information_schema.tables where table_name = 'raw_risk_run'") is not null
            && connection.Scalar("select 1 from raw_risk_run where as_of = $as_of and horizon_days = $horizon", ("as_of", day), ("horizon", Score.DefaultHorizonDays)) is not null);
        if (!isThere) new Score(data, seeds, clock).Run(day, Score.DefaultHorizonDays, always: true, progress, cancellationToken);
    }

    private (string Model, bool IsThin) ModelOf(DateOnly day) => RawDatabase.Read(data, connection => connection.Rows(
        "select pair_model, is_thin from raw_risk_run where as_of = $as_of and horizon_days = $horizon",
        row => (row.GetString(0), row.GetBoolean(1)),
        ("as_of", day), ("horizon", Score.DefaultHorizonDays)))[0];

    private sealed record ScoredUnit(PlanCandidate Candidate, string Name, string? Address, IReadOnlyList<string> ReasonsZh, IReadOnlyList<string> ReasonsEn);

    /// <summary>Scored units with place and duty, then the roster's units that no ledger ever named.</summary>
    private List<ScoredUnit> Units(DateOnly day)
    {
        var roster = Roster.Of(seeds);
        var byPlace = roster.GroupBy(unit => Roster.Key(unit.Name, unit.Address), StringComparer.Ordinal).ToDictionary(unit => unit.Key, unit => unit.First(), StringComparer.Ordinal);
        using var connection = DuckDbFile.OpenForReading(data.WarehouseFile);
        var scored = connection.Rows(
            """
            with place as (
                select
                    unit_key,
                    arg_max(department, found_month) filter (department not in ('待匹配', '未填报', '不适用')) as department,
                    arg_max(community, found_month) filter (community not in ('待匹配', '未填报', '不适用')) as community,
                    count(*) filter (is_open and level = '重大') as open_major_count,
                from mart_hazard
                where found_month <= strftime($as_of, '%Y-%m')
                group by all
            ),
            visited as (
                select unit_key, sum(hazard_count) / (count(*) + 1.0) as hazards_per_visit
                from fct_unit_visit
                where visited_at_on <= $as_of
                group by all
            )
            select
                risk.unit_key, risk.unit_name, risk.unit_address, coalesce(place.department, '未填报'), coalesce(place.community, '未填报'), risk.expected_count, risk.probability_major,
                risk.overdue_count, coalesce(place.open_major_count, 0), risk.return_count, risk.inspected_count, risk.as_of - risk.last_visited_on, risk.reasons, risk.reasons_en,
                coalesce(visited.hazards_per_visit, 0)
            from mart_risk_unit as risk
            left join place using (unit_key)
            left join visited using (unit_key)
            where risk.as_of = $as_of and risk.horizon_days = $horizon
            order by risk.rank
            """,
            row =>
            {
                var (name, address) = (row.GetString(1), row.TextOrNull(2));
                var known = byPlace.GetValueOrDefault(Roster.Key(name, address)) ?? byPlace.GetValueOrDefault(Roster.Key(name, null));
                var community = row.GetString(4) == "未填报" ? known?.Community ?? "未填报" : row.GetString(4);
                return new ScoredUnit(
                    new PlanCandidate(
                        row.GetString(0), row.GetString(3), community, row.GetDouble(5), row.GetDouble(6), row.GetInt32(7), (int)row.GetInt64(8), row.GetInt32(9), row.GetInt32(10),
                        row.IsDBNull(11) ? null : (int)row.GetInt64(11), known?.IsListed ?? false, known?.Keepers ?? [], row.GetDouble(14)),
                    name, address, (List<string>)row.GetValue(12), (List<string>)row.GetValue(13));
            },
            ("as_of", day), ("horizon", Score.DefaultHorizonDays));
        var seen = scored.SelectMany(unit => new[] { Roster.Key(unit.Name, unit.Address), Roster.Plain(unit.Name) }).ToHashSet(StringComparer.Ordinal);
        var usual = scored.Count > 0 ? scored.Average(unit => unit.Candidate.ExpectedCount) : 0;
        var unknown = roster.Where(unit => !seen.Contains(Roster.Key(unit.Name, unit.Address)) && !seen.Contains(Roster.Plain(unit.Name))).Select(unit => new ScoredUnit(
            new PlanCandidate("roster:" + Roster.Key(unit.Name, unit.Address), "未填报", unit.Community ?? "未填报", usual, 0, 0, 0, 0, 0, null, unit.IsListed, unit.Keepers, 0),
            unit.Name, unit.Address, [Learning.Risk.Scoring.ReasonWords.NeverVisited(chinese: true)], [Learning.Risk.Scoring.ReasonWords.NeverVisited(chinese: false)]));
        return [.. scored, .. unknown.DistinctBy(unit => unit.Candidate.UnitKey)];
    }

    private Dictionary<string, List<(string Category, double Probability)>> LookFor(DateOnly day)
    {
        using var connection = DuckDbFile.OpenForReading(data.WarehouseFile);
        return connection.Rows(
                "select unit_key, category, probability from fct_risk_score where as_of = $as_of and horizon_days = $horizon order by rank",
                row => (Unit: row.GetString(0), Category: row.GetString(1), Probability: row.GetDouble(2)),
                ("as_of", day), ("horizon", Score.DefaultHorizonDays))
            .GroupBy(score => score.Unit, StringComparer.Ordinal)
            .ToDictionary(unit => unit.Key, unit => unit.Take(LookForMost).Select(score => (score.Category, score.Probability)).ToList(), StringComparer.Ordinal);
    }

    private static string Called(ScoredUnit unit) => unit.Address is { } address ? $"{unit.Name}（{address}）" : unit.Name;

    private static PlannedVisit Planned(PlanItem item, ScoredUnit unit, Dictionary<string, List<(string Category, double Probability)>> lookFor) =>
        new(item, unit.Name, unit.Address, lookFor.GetValueOrDefault(unit.Candidate.UnitKey) ?? [], unit.ReasonsZh, unit.ReasonsEn);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
