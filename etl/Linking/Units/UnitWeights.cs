using System.Globalization;

namespace SafetyAnalytics.Linking.Units;

/// <summary>
/// Fellegi and Sunter's weights (JASA 64, 1969): for each agreement how much likelier it is for two spellings of one unit (m) than of two units (u), as log2 of the ratio,
/// summed over the fields. m is estimated by <see cref="WeightEstimate"/>; u by how many units share the very name or door, or from pairs taken at random.
/// </summary>
internal sealed class UnitWeights(int unitCount, bool areRegisters = false)
{
    // Names: share of the levels among pairs of one unit. Begun from the half of the Chicago spellings that was used for learning, rounded.
    public double[] NameSame { get; } = [0.86, 0.04, 0.03, 0.01, 0.01, 0.005, 0.04];

    /// <summary>The first three depend on how common the name is, see <see cref="NameChance"/>.</summary>
    public double[] NameOther { get; } = [0, 0, 0, 2e-4, 2e-3, 0.03, 0.967];

    // Places: in the order of PlaceLevel, Missing left out of the sum.
    public double[] PlaceSame { get; } = [0, 0.10, 0.80, 0.015, 0.03, 0.01, 0.005, 0.006, 0.02, 0.0015, 0.003, 0.0095];

    /// <summary>The first four depend on how many names share the door: these are their shares among strangers at one door.</summary>
    public double[] PlaceOther { get; } = [0, 0.05, 0.70, 0.25, 0.2, 1e-4, 3e-4, 6e-4, 6e-3, 8e-3, 0.60, 0.385];

    public double[] NumbersSame { get; } = [0.998, 0.002];

    public double[] NumbersOther { get; } = [0.03, 0.97];

    public double[] BranchesSame { get; } = [0.995, 0.005];

    public double[] BranchesOther { get; } = [0.05, 0.95];

    public double[] PhonesSame { get; } = [0.8, 0.2];

    public double[] PhonesOther { get; } = [0.004, 0.996];

    public double[] PersonsSame { get; } = [0.75, 0.25];

    public double[] PersonsOther { get; } = [0.02, 0.98];

    /// <summary>Other spellings of its unit that a spelling has, on average.</summary>
    public double PartnersOfSpelling { get; set; } = 0.7;

    // Behind ten units there are others that no ledger names yet: so many are imagined, and ten rows are not weighed as a town.
    private double Units => unitCount + 300;

    // How often a name that is known at one place only belongs to another unit as well: same, slip, contained.
    private static readonly double[] s_namesakes = [0.03, 0.1, 0.3];

    // Two units at one door are more often alike in name than any two: a shop's successor, the counters of one house.
    private static readonly double[] s_atOneDoor = [0, 0, 0, 5e-3, 0.03, 0.06, 0];

    // Registers go on for years and keep who came after whom: a successor takes over the door and often the name. Counted on the Chicago spellings, rounded.
    private static readonly double[] s_successors = [0.01, 0.01, 0.03, 5e-3, 0.02, 0.05, 0];

    // And units of one name are more often neighbours: a shop that moved, or opened another nearby.
    private const double NamesakeNextDoor = 0.02;

    // As often as this a door that only one name is known at holds another unit.
    private const double Neighbours = 0.3;

    /// <returns>log2 of the odds that both are one unit.</returns>
    public double LogOdds(in Agreements seen, Spelling a, Spelling b) =>
        Math.Log2(PartnersOfSpelling / Units) + Name(seen, a, b) + Place(seen, a, b)
        + Weight(seen.Numbers, NumbersSame, NumbersOther) + Weight(seen.Branches, BranchesSame, BranchesOther)
        + Weight(seen.Phones, PhonesSame, PhonesOther) + Weight(seen.Persons, PersonsSame, PersonsOther);

    public static double Probability(double logOdds) => 1 / (1 + Math.Pow(2, -Math.Clamp(logOdds, -60, 60)));

    public double Name(in Agreements seen, Spelling a, Spelling b)
    {
        if (seen.Name == NameLevel.Missing) return 0;
        var chance = seen.Name <= NameLevel.Contained ? NameChance(seen, a, b) : NameOther[(int)seen.Name];
        // Of all others at the door one is the successor.
        if (seen.IsAtOneDoor) chance = Math.Max(chance, (areRegisters ? s_successors : s_atOneDoor)[(int)seen.Name] / Math.Max(1, Math.Max(a.NamesAtPlace, b.NamesAtPlace) - 1));
        return Math.Log2(NameSame[(int)seen.Name] / chance);
    }

    public double Place(in Agreements seen, Spelling a, Spelling b) => seen.Place == PlaceLevel.Missing ? 0
        : Math.Log2(PlaceSame[(int)seen.Place] / (seen.Place <= PlaceLevel.Overlap ? PlaceChance(seen.Place, a, b)
            : Math.Max(PlaceOther[(int)seen.Place], seen is { Place: PlaceLevel.NearDoor, Name: <= NameLevel.Contained } ? NamesakeNextDoor : 0)));

    /// <summary>Of all other units, the share that would have this name: known ones, and a few that are not.</summary>
    private double NameChance(in Agreements seen, Spelling a, Spelling b)
    {
        var places = seen.Name switch
        {
            NameLevel.Same => a.PlacesOfName,
            NameLevel.Slip => Math.Max(a.PlacesOfName, b.PlacesOfName),
            _ => a.Name.Core.Length <= b.Name.Core.Length ? a.PlacesOfCore : b.PlacesOfCore,
        };
        var others = places - 1;
        if (seen.Place >= PlaceLevel.NearDoor && seen.Place != PlaceLevel.RoadOnly) others = Math.Max(others, 1);
        return Math.Min(0.5, (others + s_namesakes[(int)seen.Name]) / Units);
    }

    private double PlaceChance(PlaceLevel level, Spelling a, Spelling b) =>
        Math.Min(0.9, (Math.Max(a.NamesAtPlace, b.NamesAtPlace) - 1 + Neighbours) / Units) * PlaceOther[(int)level];

    /// <summary>A name of another number or branch is what a chain is made of: the data may not talk that away, whatever slips it holds.</summary>
    public void KeepApart()
    {
        Limit(NumbersSame, 0.003);
        Limit(BranchesSame, 0.005);

        static void Limit(double[] shares, double most)
        {
            if (shares[1] > most) (shares[0], shares[1]) = (1 - most, most);
        }
    }

    private static double Weight(Agreement seen, double[] same, double[] other) => seen == Agreement.Unknown ? 0 : Math.Log2(same[(int)seen - 1] / other[(int)seen - 1]);

    public IReadOnlyDictionary<string, double> Shown()
    {
        var shown = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var level = NameLevel.Most; level < NameLevel.Missing; level++) shown[Evidence.Of(level)] = Math.Log2(NameSame[(int)level] / NameOther[(int)level]);
        for (var level = PlaceLevel.RoadSlip; level <= PlaceLevel.Vague; level++) shown[Evidence.Of(level)] = Math.Log2(PlaceSame[(int)level] / PlaceOther[(int)level]);
        foreach (var (field, same, other) in new[] { ("numbers", NumbersSame, NumbersOther), ("branches", BranchesSame, BranchesOther), ("phones", PhonesSame, PhonesOther), ("persons", PersonsSame, PersonsOther) })
        {
            shown[string.Create(CultureInfo.InvariantCulture, $"{field}_same")] = Math.Log2(same[0] / other[0]);
            shown[string.Create(CultureInfo.InvariantCulture, $"{field}_differ")] = Math.Log2(same[1] / other[1]);
        }

        return shown;
    }
}
