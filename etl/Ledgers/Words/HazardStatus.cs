namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Where a hazard stands. Open is everything but <see cref="Rectified"/>, <see cref="Verified"/> and <see cref="Cancelled"/>. Text form: snake_case.</summary>
public enum HazardStatus
{
    /// <summary>Blank, or nothing recognisable: neither rectified nor not rectified.</summary>
    Unknown,
    NotStarted,

    /// <summary>Told to mend it (已督促整改): that is not mending.</summary>
    Ordered,
    InProgress,
    Partial,

    /// <summary>Claimed mended.</summary>
    Rectified,

    /// <summary>Checked again and found mended (复查合格, 销号).</summary>
    Verified,

    /// <summary>Handed up to the district: still in stock.</summary>
    Escalated,

    /// <summary>A false alarm, or its object is gone.</summary>
    Cancelled,
}
