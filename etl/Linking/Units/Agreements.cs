namespace SafetyAnalytics.Linking.Units;

/// <summary>How two spellings agree, field by field.</summary>
internal readonly record struct Agreements(NameLevel Name, PlaceLevel Place, Agreement Numbers, Agreement Branches, Agreement Phones, Agreement Persons)
{
    public static Agreements Of(Spelling a, Spelling b) => new(
        NameComparison.Compare(a.Name, b.Name),
        PlaceComparison.Compare(a.Place, b.Place),
        NameComparison.Numbers(a.Name, b.Name),
        NameComparison.Branches(a.Name, b.Name),
        Values(a.Phones, b.Phones),
        Values(a.Persons, b.Persons));

    /// <summary>No two spellings of one unit look like this, however alike their names are: another door, another branch, another number.</summary>
    public bool IsApart => Place is PlaceLevel.Elsewhere or PlaceLevel.SameRoad || Numbers == Agreement.Differs || Branches == Agreement.Differs;

    public bool IsAtOneDoor => Place is > PlaceLevel.Missing and <= PlaceLevel.RoadSlip;

    private static Agreement Values(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0) return Agreement.Unknown;
        foreach (var value in a)
        {
            if (Array.BinarySearch(b, value, StringComparer.Ordinal) >= 0) return Agreement.Same;
        }

        return Agreement.Differs;
    }
}
