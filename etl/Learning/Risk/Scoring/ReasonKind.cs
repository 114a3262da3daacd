using SafetyAnalytics.Learning.Risk.Examples;

namespace SafetyAnalytics.Learning.Risk.Scoring;

/// <summary>What a reason is about. Many features tell one story; a person wants the story.</summary>
public enum ReasonKind
{
    OwnHistory,
    Category,
    Visits,
    UnitRecord,
    Neighbours,
    PlaceKind,
    Trait,
    Sector,
    OpenStock,
    Returns,
    Slowness,
    Major,
    Season,
    Company,
    Ending,
    Lately,
}

internal static class ReasonKinds
{
    public static IReadOnlyList<ReasonKind> Pair { get; } = [.. Enum.GetNames<PairFeature>().Select(Of)];

    public static IReadOnlyList<ReasonKind> Unit { get; } = [.. Enum.GetNames<UnitFeature>().Select(Of)];

    /// <summary>By the feature's name: features are named for what they look at.</summary>
    private static ReasonKind Of(string feature) => feature switch
    {
        "CategoryAgainRate" or "CategoryRate" or "CategoryLately" or "HasHistory" => ReasonKind.Category,
        "VisitCount" or "DaysSinceVisit" or "MeanGap" => ReasonKind.Visits,
        "LastVisitHazards" or "UnitHazards12Months" or "UnitHazardRate" or "UnitAgain" or "UnitFirst" or "HazardRate" or "AnyRate" or "CategoryCount" => ReasonKind.UnitRecord,
        "Hazards1Month" or "Hazards3Months" or "Hazards6Months" or "Hazards12Months" => ReasonKind.UnitRecord,
        "GoesTogether" or "MajorByCategories" or "HazardsByCategories" => ReasonKind.Company,
        "DaysToRectify" => ReasonKind.Slowness,
        "Returns" or "UnitReturns" => ReasonKind.Returns,
        "MajorRate" or "LastVisitMajors" or "MajorCount" or "MajorExpected" or "VisitsSinceMajor" or "DaysSinceMajor" => ReasonKind.Major,
        _ when StartsWith(feature, "Open", "Overdue") => ReasonKind.OpenStock,
        _ when StartsWith(feature, "Area", "Street", "Block", "Community") => ReasonKind.Neighbours,
        _ when StartsWith(feature, "Kind", "Brand") => ReasonKind.PlaceKind,
        _ when StartsWith(feature, "Trait") => ReasonKind.Trait,
        _ when StartsWith(feature, "Sector") => ReasonKind.Sector,
        _ when StartsWith(feature, "Season", "HighRisk", "CategorySeason") => ReasonKind.Season,
        _ when StartsWith(feature, "Ending") => ReasonKind.Ending,
        _ when StartsWith(feature, "Lately") => ReasonKind.Lately,
        _ => ReasonKind.OwnHistory,
    };

    private static bool StartsWith(string feature, params string[] beginnings) => beginnings.Any(beginning => feature.StartsWith(beginning, StringComparison.Ordinal));
}
