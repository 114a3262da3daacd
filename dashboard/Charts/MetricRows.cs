using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts;

/// <summary>Which hazards a metric's number counts: what its number opens. Rates open what their numerator counts.</summary>
public static class MetricRows
{
    /// <returns>Null where they cannot be listed.</returns>
    public static HazardSelection? Of(string metric, Filter filter) => metric switch
    {
        "hazards_found" => new(filter, HazardSet.Found),
        "open_stock" => new(filter, HazardSet.Open),
        "rectified_in_month" => new(filter, HazardSet.Closed),
        "overdue_stock" or "overdue_rate" => new(filter, HazardSet.Overdue),
        "overdue_1_7" => new(filter, HazardSet.Overdue, OverdueAge.Days1To7),
        "overdue_8_30" => new(filter, HazardSet.Overdue, OverdueAge.Days8To30),
        "overdue_31_90" => new(filter, HazardSet.Overdue, OverdueAge.Days31To90),
        "overdue_over_90" => new(filter, HazardSet.Overdue, OverdueAge.DaysOver90),
        "days_to_rectify" or "days_to_rectify_p90" => new(filter, HazardSet.Closed, Took: new(0, null)),
        "recurrence_rate_90" => new(filter, HazardSet.Recurred),
        "open_major" => new(filter with { Level = LevelMember.Major }, HazardSet.Open),
        _ => null,
    };

    /// <summary>The slice of all members of a dimension.</summary>
    public static Filter Without(Filter filter, Dimension dimension) => dimension switch
    {
        Dimension.Community => filter with { Community = null },
        Dimension.Sector => filter with { Sector = null },
        Dimension.Department => filter with { Department = null },
        Dimension.Category => filter with { Category = null },
        Dimension.Level => filter with { Level = null },
        _ => filter,
    };

    /// <summary>Whether the filter has that member; null when it has none of the dimension, or when nothing can be narrowed by it.</summary>
    public static bool? IsChosen(Filter filter, Dimension dimension, string member) => Chosen(filter, dimension) is { } chosen ? chosen == member : null;

    /// <summary>Narrows to a member, or away from it when it is the one already.</summary>
    /// <returns>Null when nothing can be narrowed by that dimension.</returns>
    public static Filter? Toggled(Filter filter, Dimension dimension, string member) => dimension switch
    {
        _ when IsChosen(filter, dimension, member) is true => dimension is Dimension.Month ? filter with { Month = null } : Without(filter, dimension),
        Dimension.Month => ReportMonth.TryParse(member, out var month) ? filter with { Month = month } : null,
        Dimension.Unit or Dimension.CorrectiveAction => null,
        _ => Narrowed(filter, dimension, member),
    };

    private static string? Chosen(Filter filter, Dimension dimension) => dimension switch
    {
        Dimension.Month => filter.Month?.ToString(),
        Dimension.Community => filter.Community,
        Dimension.Sector => filter.Sector,
        Dimension.Department => filter.Department,
        Dimension.Category => filter.Category,
        Dimension.Level => filter.Level,
        _ => null,
    };

    /// <summary>The slice of one member. A unit and a month are no part of a filter's slice.</summary>
    public static Filter Narrowed(Filter filter, Dimension dimension, string member) => dimension switch
    {
        Dimension.Community => filter with { Community = member },
        Dimension.Sector => filter with { Sector = member },
        Dimension.Department => filter with { Department = member },
        Dimension.Category => filter with { Category = member },
        Dimension.Level => filter with { Level = member },
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Not a dimension of a filter."),
    };
}
