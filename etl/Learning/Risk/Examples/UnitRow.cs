namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>Fills the features of one unit as a whole from a walk that has come to the cut-off.</summary>
internal sealed class UnitRow(HistoryWalk walk, Calendar calendar)
{
    private readonly float[] _row = new float[FeatureCounts.Unit];

    /// <summary>The row last filled; overwritten by the next.</summary>
    public ReadOnlySpan<float> Features => _row;

    public double AnyRate { get; private set; }

    public double MajorRate { get; private set; }

    public double[] Naive { get; private set; } = [];

    public void Fill(int unit, UnitPast? past, int day)
    {
        Array.Clear(_row);
        var rates = walk.VisitRates;
        var visits = past?.Visits.Count ?? 0;
        var (lean, kind) = (walk.HazardLean(past), walk.KindLean(unit, day));
        AnyRate = walk.AnyRate.Of(past?.VisitsWithHazard ?? 0, visits, walk.AnyRate.Prior(rates.Any, lean, kind));
        MajorRate = walk.MajorRate.Of(past?.VisitsWithMajor ?? 0, visits, walk.MajorRate.Prior(walk.MajorAtAll(unit, past, day), lean, kind));
        var hazardRate = ((past?.HazardCount ?? 0) + (2 * rates.Hazards)) / (visits + 2);
        Set(UnitFeature.AnyRate, PairRow.Logit(AnyRate));
        Set(UnitFeature.MajorRate, PairRow.Logit(MajorRate));
        Set(UnitFeature.HazardRate, lean);
        if (past is not null) FillPast(past, day);
        FillGroups(unit, past, day);
        FillTraits(walk.Traits.Of(unit), day);
        Set(UnitFeature.MajorExpected, Math.Log(walk.ExpectedMajors.Of(unit, past, day) + 1e-3));
        Set(UnitFeature.SeasonSine, calendar.Sine);
        Set(UnitFeature.SeasonCosine, calendar.Cosine);
        Set(UnitFeature.HighRiskShare, calendar.HighRiskShare);
        Naive = [hazardRate, past?.LastVisit?.Hazards ?? 0, past?.OverdueCount(day) ?? 0, day - (past?.LastVisit?.Day ?? day - 3650)];
    }

    private void FillPast(UnitPast past, int day)
    {
        var last = past.LastVisit;
        Set(UnitFeature.LastVisitHazards, Log(last?.Hazards ?? 0));
        Set(UnitFeature.LastVisitMajors, Log(last?.Majors ?? 0));
        Set(UnitFeature.MajorCount, Log(past.MajorCount));
        Set(UnitFeature.VisitsSinceMajor, past.LastMajorVisit == 0 ? Math.Log(20) : Log(past.Visits.Count - past.LastMajorVisit));
        Set(UnitFeature.DaysSinceMajor, past.LastMajorVisit == 0 ? Math.Log(2000) : Log(day - past.Visits[past.LastMajorVisit - 1].Day));
        Set(UnitFeature.VisitCount, Log(past.Visits.Count));
        Set(UnitFeature.DaysSinceVisit, last is null ? 0 : Log(day - last.Day));
        Set(UnitFeature.MeanGap, Log(past.MeanGap));
        Set(UnitFeature.Hazards1Month, Log(past.HazardsWithin(30, day)));
        Set(UnitFeature.Hazards3Months, Log(past.HazardsWithin(91, day)));
        Set(UnitFeature.Hazards6Months, Log(past.HazardsWithin(182, day)));
        Set(UnitFeature.Hazards12Months, Log(past.HazardsWithin(365, day)));
        Set(UnitFeature.CategoryCount, Log(past.Pairs.Count));
        Set(UnitFeature.OpenOfUnit, Log(past.OpenCount));
        Set(UnitFeature.OverdueOfUnit, Log(past.OverdueCount(day)));
        Set(UnitFeature.Returns, Log(past.ReturnCount));
        Set(UnitFeature.DaysToRectify, Log(past.MedianDaysToRectify()));
        var categories = last?.Categories ?? [];
        Set(UnitFeature.MajorByCategories, categories.Sum(category => walk.Major.LogRatio(GroupKey.Of(GroupKind.Category, category), day)));
        Set(UnitFeature.HazardsByCategories, categories.Sum(category => walk.Hazards.LogRatio(GroupKey.Of(GroupKind.Category, category), day)));
    }

    private void FillGroups(int unit, UnitPast? past, int day)
    {
        var groups = walk.Groups[unit];
        var area = GroupKey.Of(GroupKind.Area, groups.Area);
        var everywhere = GroupKey.Of(GroupKind.Everywhere, 0);
        Set(UnitFeature.AreaAny, walk.HazardsLately.LogRatio(area, day));
        Set(UnitFeature.AreaHazards, walk.Hazards.LogRatio(area, day));
        Set(UnitFeature.AreaMajor, walk.Major.LogRatio(area, day));
        Set(UnitFeature.AreaMajorLately, walk.MajorLately.LogRatio(area, day));
        Set(UnitFeature.LatelyMajor, walk.MajorLately.LogRatio(everywhere, day));
        Set(UnitFeature.LatelyHazards, walk.HazardsLately.LogRatio(everywhere, day));
        Set(UnitFeature.StreetMajorLately, walk.MajorLately.LogRatio(GroupKey.Of(GroupKind.Street, groups.Street), day));
        Set(UnitFeature.CommunityMajorLately, walk.MajorLately.LogRatio(GroupKey.Of(GroupKind.Community, past?.Community ?? -1), day));
        Both(UnitFeature.BlockMajor, UnitFeature.BlockHazards, GroupKind.Block, groups.Block, day);
        Both(UnitFeature.StreetMajor, UnitFeature.StreetHazards, GroupKind.Street, groups.Street, day);
        Both(UnitFeature.CommunityMajor, UnitFeature.CommunityHazards, GroupKind.Community, past?.Community ?? -1, day);
        Both(UnitFeature.KindMajor, UnitFeature.KindHazards, GroupKind.Kind, groups.Kind, day);
        Both(UnitFeature.BrandMajor, UnitFeature.BrandHazards, GroupKind.Brand, groups.Brand, day);
        Both(UnitFeature.SectorMajor, UnitFeature.SectorHazards, GroupKind.Sector, past?.Sector ?? -1, day);
        Both(UnitFeature.EndingMajor, UnitFeature.EndingHazards, GroupKind.Ending, past?.Ending ?? -1, day);
    }

    private void FillTraits(UnitTraits traits, int day)
    {
        Set(UnitFeature.TraitMajor, traits.Each.Sum(trait => walk.Major.LogRatio(trait.Key, day)));
        Set(UnitFeature.TraitMajorLately, traits.Each.Sum(trait => walk.MajorLately.LogRatio(trait.Key, day)));
        Set(UnitFeature.TraitHazards, traits.Each.Sum(trait => walk.Hazards.LogRatio(trait.Key, day)));
        Set(UnitFeature.TraitsMajor, walk.Major.LogRatio(traits.Together.Key, day));
        Set(UnitFeature.TraitsHazards, walk.Hazards.LogRatio(traits.Together.Key, day));
    }

    private void Both(UnitFeature major, UnitFeature hazards, GroupKind kind, int group, int day)
    {
        Set(major, walk.Major.LogRatio(GroupKey.Of(kind, group), day));
        Set(hazards, walk.Hazards.LogRatio(GroupKey.Of(kind, group), day));
    }

    private void Set(UnitFeature feature, double value) => _row[(int)feature] = (float)value;

    private static double Log(double count) => Math.Log(1 + Math.Max(0, count));
}
