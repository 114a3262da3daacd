namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>Who sends ledgers, and where they look.</summary>
/// <param name="Community">Null for a department.</param>
/// <param name="VisitsPerMonth">Inspection effort in an ordinary month.</param>
/// <param name="IsKnown">False: no seed names it, and its ledger must wait.</param>
internal sealed record Submitter(string Name, string? Community, double VisitsPerMonth, bool IsKnown = true)
{
    /// <summary>A property company nobody expects a ledger from.</summary>
    public static Submitter Stranger { get; } = new("邻里物业服务中心", null, 7, IsKnown: false);

    public static IReadOnlyList<Submitter> Cast(Seeds seeds) =>
        [.. seeds.Submitters.Select((name, i) => new Submitter(name, seeds.Communities.FirstOrDefault(c => c.Name == name)?.Name, Effort(name, i)))];

    public bool Inspects(Unit unit)
    {
        if (!IsKnown) return unit.Kind.Name == "居民楼";
        if (Community is not null) return unit.Community == Community && unit.Kind.Name is not ("工地" or "办公用房");
        return unit.Kind.Department == Name || Name is "党建办" or "党政办" && unit.Kind.Name is "文博场馆" or "办公用房" or "居民楼";
    }

    private static double Effort(string name, int position) => name switch
    {
        "应急办" => 17,
        "经发办" => 16,
        "建设办" => 9,
        "市政办" => 9,
        "民政办" => 10,
        "文旅中心" => 8,
        "文服中心" => 7,
        "党建办" => 4,
        "党政办" => 1.2,
        "财政办" => 0.5,
        "纪工委" => 0,
        _ => 5 + position * 7 % 5,
    };
}
