namespace SafetyAnalytics.Linking.Units;

/// <summary>What is compared: all mentions whose name and address differ in nothing that counts.</summary>
/// <param name="Number">Its place in the fixed order of all spellings, which no order of input changes.</param>
/// <param name="Mentions">Indices of the mentions; empty for an entry of the roster.</param>
/// <param name="Roster">Index of the roster's entry, −1 for what ledgers say.</param>
/// <param name="Phones">Sorted, distinct.</param>
/// <param name="Persons">Sorted, distinct.</param>
internal sealed record Spelling(int Number, NameProfile Name, PlaceProfile Place, int[] Mentions, int Roster, string[] Phones, string[] Persons)
{
    /// <summary>Places that have the very name, at least 1.</summary>
    public int PlacesOfName { get; set; } = 1;

    /// <summary>Places that have the name without branch and number, at least 1.</summary>
    public int PlacesOfCore { get; set; } = 1;

    /// <summary>Different names at the door, at least 1.</summary>
    public int NamesAtPlace { get; set; } = 1;
}
