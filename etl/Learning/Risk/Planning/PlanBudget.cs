namespace SafetyAnalytics.Learning.Risk.Planning;

/// <summary>How many visits a plan may make.</summary>
/// <param name="Total">Of all departments together.</param>
/// <param name="ByDepartment">Departments with a number of their own; the others share what these leave of the total.</param>
public sealed record PlanBudget(int Total, IReadOnlyDictionary<string, int> ByDepartment)
{
    public static PlanBudget Of(int total) => new(total, new Dictionary<string, int>());

    /// <summary>What every department can do, and some another number.</summary>
    /// <param name="departments">All of them, the unknown one too.</param>
    /// <param name="each">Null: those not named share the total of the others' numbers and get none.</param>
    public static PlanBudget Of(IEnumerable<string> departments, int? each, IReadOnlyDictionary<string, int> named)
    {
        var all = departments.Concat(named.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(name => name, name => named.TryGetValue(name, out var own) ? own : each ?? 0, StringComparer.Ordinal);
        return new PlanBudget(all.Values.Sum(), all);
    }

    /// <summary>Equal for equal budgets; the same in every process.</summary>
    public string Key => ByDepartment.Count == 0
        ? Total.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{Total}-{CheckPlan.Number(string.Join('|', ByDepartment.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => FormattableString.Invariant($"{one.Key}={one.Value}")))) & 0xFFFFFF:x6}");

    internal bool Limits(string department) => ByDepartment.ContainsKey(department);

    internal int Left(string department, IReadOnlyDictionary<string, int> taken)
    {
        if (ByDepartment.TryGetValue(department, out var own)) return own - taken.GetValueOrDefault(department);
        var others = taken.Where(one => !ByDepartment.ContainsKey(one.Key)).Sum(one => one.Value);
        return Total - ByDepartment.Values.Sum() - others;
    }
}

/// <summary>Visits promised so far, within a budget.</summary>
internal sealed class PlanRoom(PlanBudget budget)
{
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public bool IsFull => Count >= budget.Total;

    public bool HasRoom(PlanCandidate unit) => !IsFull && budget.Left(unit.Department, _taken) > 0;

    public void Take(PlanCandidate unit)
    {
        _taken[unit.Department] = _taken.GetValueOrDefault(unit.Department) + 1;
        Count++;
    }
}
