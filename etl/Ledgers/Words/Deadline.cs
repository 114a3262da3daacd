namespace SafetyAnalytics.Ledgers.Words;

/// <summary>What sort of deadline the words set. Text form: snake_case.</summary>
public enum DueKind
{
    None,
    Date,

    /// <summary>立行立改: due on the day it was found.</summary>
    Immediate,
    LongTerm,

    /// <summary>限期3日内: counted from the day it was found.</summary>
    Relative,

    /// <summary>二十大前: the day before a known event.</summary>
    Event,
    Unreadable,
}

/// <summary>How exact a date is. Text form: snake_case.</summary>
public enum DatePrecision
{
    Unknown,
    Day,
    TenDays,
    Month,
}

/// <summary>A deadline's meaning.</summary>
/// <param name="On">The last day the words allow; null when they name none that can be known.</param>
/// <param name="From">The first day of a span (5月—10月); null otherwise.</param>
public sealed record Deadline(DueKind Kind, DateOnly? On, DateOnly? From, DatePrecision Precision)
{
    public static Deadline None { get; } = new(DueKind.None, null, null, DatePrecision.Unknown);
}
