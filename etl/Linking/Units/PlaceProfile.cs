namespace SafetyAnalytics.Linking.Units;

/// <summary>An address taken apart, made once for each distinct spelling.</summary>
internal sealed class PlaceProfile
{
    /// <summary>What two spellings share when only width, spaces, punctuation and the city differ. Empty: no address stated.</summary>
    public required string Key { get; init; }

    /// <summary>Road, lane and what stands before the door, without city, district, subdistrict, point of the compass and kind of street.</summary>
    public required string Road { get; init; }

    /// <summary>The door; −1 when none is named. Of 12-14号 the first number.</summary>
    public required int Low { get; init; }

    /// <summary>The last number of a range; else the door itself.</summary>
    public required int High { get; init; }

    /// <summary>附3, 3 (of 12-3号), ½, a (of 12a); empty when not stated.</summary>
    public required string Sub { get; init; }

    /// <summary>n, s, e, w, …; empty when not stated.</summary>
    public required string Compass { get; init; }

    /// <summary>street, avenue, …; empty when not stated. Chinese: always empty, the kind is part of the road.</summary>
    public required string Kind { get; init; }

    /// <summary>Where inside the door: floor (f2), building (b3), unit (u1), room or stall (r12). Sorted.</summary>
    public required string[] Inner { get; init; }

    /// <summary>Road's end and door, the same for every spelling of one door that has no slip; empty without door.</summary>
    public required string Door { get; init; }

    public bool HasDoor => Low >= 0;

    public bool IsStated => Key.Length > 0;
}
