namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// Who asks, as far as rows go. Every read of a snapshot takes one, so that who may see what is decided in this one place.
/// Until sign-in exists everybody is <see cref="Everything"/>.
/// </summary>
public sealed record CallerScope
{
    /// <summary>Every row. What a reader on this very machine gets.</summary>
    public static CallerScope Everything { get; } = new();

    /// <summary>Only hazards of this community; null for all.</summary>
    public string? Community { get; init; }

    /// <summary>Only hazards of this department; null for all.</summary>
    public string? Department { get; init; }

    /// <summary>The caller may ask in free SQL, which no row filter can be put on.</summary>
    public bool SeesEverything => Community is null && Department is null;
}
