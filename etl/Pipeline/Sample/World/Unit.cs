namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>A sort of unit: how many there are, who inspects them, what goes wrong there.</summary>
/// <param name="Department">The department answerable for it (attachment 1 of the plan).</param>
/// <param name="Sector">The sector of what no category implies.</param>
/// <param name="Suffixes">What its name ends in; <c>{门}</c> in a suffix is replaced by road and door, then no root is used.</param>
/// <param name="Categories">Categories met there, with weights.</param>
internal sealed record UnitKind(string Name, int Count, string Department, string Sector, string[] Suffixes, IReadOnlyDictionary<string, double> Categories);

/// <summary>A place that is inspected.</summary>
/// <param name="Temperament">Lasting: how many hazards a visit finds, as a multiple of the usual; mean 1, long tail.</param>
/// <param name="Slowness">Lasting: how long mending takes, as a multiple of the usual.</param>
/// <param name="Leanings">Lasting: share of each defect among what is found here.</param>
internal sealed record Unit(
    string Id,
    string Name,
    string Address,
    string Community,
    UnitKind Kind,
    double Temperament,
    double Slowness,
    IReadOnlyDictionary<Defect, double> Leanings,
    string Person,
    string Phone);
