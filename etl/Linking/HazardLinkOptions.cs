using System.ComponentModel.DataAnnotations;

namespace SafetyAnalytics.Linking;

/// <summary>How long a closed hazard is remembered as the same one, and how alike two texts must be.</summary>
public sealed record HazardLinkOptions
{
    /// <summary>Days from a closing within which the same hazard seen open again is a rebound. 0 to 3650, default 90. Used when the new finding's day is stated.</summary>
    [Range(0, 3650)]
    public int ReboundDays { get; init; } = 90;

    /// <summary>The same in ledger months, where the finding's day is not stated: months between the closing and the ledger. 0 to 120, default 3.</summary>
    [Range(0, 120)]
    public int ReboundMonths { get; init; } = 3;

    /// <summary>
    /// Days from a closing within which another hazard of the same category is a recurrence. 0 to 3650, default 180.
    /// Where the finding's day is not stated, a ledger month counts as 30 of them.
    /// </summary>
    [Range(0, 3650)]
    public int RecurrenceDays { get; init; } = 180;

    /// <summary>Similarity from which two texts speak of the same object and defect. Above 0, up to 1, default 0.7: see <see cref="HazardText.Similarity"/>.</summary>
    [Range(0.05, 1)]
    public double SimilarityThreshold { get; init; } = 0.7;

    internal int RecurrenceMonths => RecurrenceDays / 30;

    /// <exception cref="ArgumentException">One or more settings are out of range; the message names them all, with their values and limits.</exception>
    internal void Validate(string parameter)
    {
        var faults = new List<ValidationResult>();
        if (Validator.TryValidateObject(this, new ValidationContext(this), faults, validateAllProperties: true)) return;
        throw new ArgumentException(
            $"Linking of hazards: {string.Join(' ', faults.Select(f => f.ErrorMessage))} Given: {nameof(ReboundDays)} {ReboundDays}, {nameof(ReboundMonths)} {ReboundMonths}, " +
            $"{nameof(RecurrenceDays)} {RecurrenceDays}, {nameof(SimilarityThreshold)} {SimilarityThreshold}.",
            parameter);
    }
}
