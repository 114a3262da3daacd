namespace SafetyAnalytics.Linking.Units;

/// <summary>Codes of what speaks for and against; a seed has their words.</summary>
internal static class Evidence
{
    public static string Of(NameLevel level) => level switch
    {
        NameLevel.Same => "name_same",
        NameLevel.Slip => "name_slip",
        NameLevel.Contained => "name_contained",
        NameLevel.Most => "name_most",
        NameLevel.Some => "name_some",
        NameLevel.Little => "name_little",
        NameLevel.Different => "name_different",
        _ => "name_missing",
    };

    public static string Of(PlaceLevel level) => level switch
    {
        PlaceLevel.Missing => "place_missing",
        PlaceLevel.SameInner => "place_same_inner",
        PlaceLevel.SameDoor => "place_same_door",
        PlaceLevel.OtherInner => "place_other_inner",
        PlaceLevel.Overlap => "place_overlap",
        PlaceLevel.RoadSlip => "place_road_slip",
        PlaceLevel.OtherSide => "place_other_side",
        PlaceLevel.NearDoor => "place_near_door",
        PlaceLevel.RoadOnly => "place_road_only",
        PlaceLevel.SameRoad => "place_same_road",
        PlaceLevel.Elsewhere => "place_elsewhere",
        _ => "place_vague",
    };

    /// <summary>Strongest first; a field without evidence is left out, but a missing address is said.</summary>
    public static IReadOnlyList<string> Of(in Agreements seen, UnitWeights weights, Spelling a, Spelling b)
    {
        var found = new List<(string Code, double Weight)>
        {
            (Of(seen.Name), weights.Name(seen, a, b)),
            (Of(seen.Place), weights.Place(seen, a, b)),
        };
        if (seen.Name <= NameLevel.Contained && Math.Max(a.PlacesOfCore, b.PlacesOfCore) > 1) found.Add(("name_at_several_places", -1));
        if (seen.Place is > PlaceLevel.Missing and <= PlaceLevel.Overlap && Math.Max(a.NamesAtPlace, b.NamesAtPlace) > 1) found.Add(("place_of_several_names", -1));
        Add("number", seen.Numbers);
        Add("branch", seen.Branches);
        Add("phone", seen.Phones);
        Add("person", seen.Persons);
        return [.. found.OrderByDescending(one => Math.Abs(one.Weight)).ThenBy(one => one.Code, StringComparer.Ordinal).Select(one => one.Code)];

        void Add(string field, Agreement agreement)
        {
            if (agreement != Agreement.Unknown) found.Add(agreement == Agreement.Same ? ($"{field}_same", 5) : ($"{field}_differs", -5));
        }
    }
}
