using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>The tables <c>raw_risk_plan…</c>: what was planned, and what a naive order would have listed, so that both can be held against what was found.</summary>
internal sealed class PlanBook(DataDirectory data, TimeProvider clock)
{
    private static readonly string[] s_tables = ["raw_risk_plan", "raw_risk_plan_item", "raw_risk_plan_duty", "raw_risk_plan_budget"];

    public const string PlanOrder = "plan";

    public const string NaiveOrder = "hazards_per_visit";

    public void Write(MadePlan plan, IReadOnlyDictionary<string, (string Name, string? Address)> names)
    {
        using var connection = RawDatabase.OpenForWriting(data);
        connection.InOneTransaction(() =>
        {
            foreach (var table in s_tables) connection.Run($"delete from {table} where plan_key = $key", ("key", plan.PlanKey));
            connection.Run(
                "insert into raw_risk_plan values ($key, $period, $starts_on, $ends_on, $certainty, $as_of, $horizon, $visits, $made_at)",
                ("key", plan.PlanKey), ("period", plan.Period.Name), ("starts_on", plan.Period.StartsOn), ("ends_on", plan.Period.EndsOn), ("certainty", plan.Period.Certainty),
                ("as_of", plan.AsOf), ("horizon", Score.DefaultHorizonDays), ("visits", plan.Budget.Total), ("made_at", clock.GetUtcNow().UtcDateTime));
            WriteItems(connection, plan, names);
            foreach (var duty in plan.Unmet) connection.Run("insert into raw_risk_plan_duty values ($key, $kind, $subject)", ("key", plan.PlanKey), ("kind", duty.Kind), ("subject", duty.Subject));
            foreach (var (department, visits) in plan.Budget.ByDepartment)
                connection.Run("insert into raw_risk_plan_budget values ($key, $department, $visits)", ("key", plan.PlanKey), ("department", department), ("visits", visits));
        });
    }

    private static void WriteItems(DuckDBConnection connection, MadePlan plan, IReadOnlyDictionary<string, (string Name, string? Address)> names)
    {
        using var items = connection.CreateAppender("raw_risk_plan_item");
        for (var i = 0; i < plan.Listed.Count; i++)
        {
            var (visit, unit) = (plan.Listed[i], plan.Listed[i].Item.Candidate);
            items.CreateRow().AppendValue(plan.PlanKey).AppendValue(PlanOrder).AppendValue(i + 1).AppendValue(unit.UnitKey).AppendValue(visit.UnitName).AppendValue(visit.UnitAddress)
                .AppendValue(unit.Department).AppendValue(unit.Community).AppendValue(visit.Item.Reasons.Select(reason => SnakeCase.Of(reason)).ToList())
                .AppendValue(visit.Item.Is(Learning.Risk.Planning.PlanReason.Random)).AppendValue(unit.ExpectedCount).AppendValue(visit.LookFor.Select(kind => kind.Category).ToList()).EndRow();
        }

        for (var i = 0; i < plan.Result.Naive.Count; i++)
        {
            var (name, address) = names[plan.Result.Naive[i]];
            items.CreateRow().AppendValue(plan.PlanKey).AppendValue(NaiveOrder).AppendValue(i + 1).AppendValue(plan.Result.Naive[i]).AppendValue(name).AppendValue(address)
                .AppendValue((string?)null).AppendValue((string?)null).AppendValue(new List<string>()).AppendValue((bool?)false).AppendValue((double?)null).AppendValue(new List<string>()).EndRow();
        }
    }
}
