namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>Fills the features of one unit × category from a walk that has come to the cut-off.</summary>
internal sealed class PairRow(HistoryWalk walk, Calendar calendar)
{
    private readonly float[] _row = new float[FeatureCounts.Pair];

    /// <summary>The row last filled; overwritten by the next.</summary>
    public ReadOnlySpan<float> Features => _row;

    public double BaseRate { get; private set; }

    public double[] Naive { get; private set; } = [];

    public void Fill(int unit, UnitPast? past, int category, int day)
    {
        Array.Clear(_row);
        var pair = past?.Pair(category);
        var rate = walk.Rates.Rate(category);
        var prior = pair is null ? walk.Rates.FirstRate(category) : walk.Rates.AgainRate(category);
        var visits = past?.Visits.Count ?? 0;
        var (hits, chances) = pair is null ? (0, 0) : (pair.Count - 1, visits - pair.FirstVisit);
        var (lean, kind) = (walk.HazardLean(past), walk.KindOf(unit, category, day));
        var leaned = walk.PairRate.Prior(prior, lean, kind);
        BaseRate = walk.PairRate.Of(hits, chances, leaned);
        Set(PairFeature.SmoothedRate, Logit(BaseRate));
        Set(PairFeature.ShareRate, Logit(pair is null ? BaseRate : walk.ShareRate.Of(pair.Count, visits, walk.ShareRate.Prior(rate, lean, kind))));
        Set(PairFeature.CategoryAgainRate, Logit(prior));
        Set(PairFeature.CategoryRate, Logit(rate));
        Set(PairFeature.HasHistory, pair is null ? 0 : 1);
        FillPair(pair, visits, day, prior);
        if (past is not null) FillUnit(past, day);
        FillGroups(unit, past, category, day, rate);
        FillTraits(unit, category, day, rate);
        Set(PairFeature.SeasonSine, calendar.Sine);
        Set(PairFeature.SeasonCosine, calendar.Cosine);
        Set(PairFeature.HighRiskShare, calendar.HighRiskShare);
        Set(PairFeature.CategorySeason, walk.Season.LogRatio(GroupKey.Of(GroupKind.Season, (category * 16) + calendar.Month), day));
        Naive =
        [
            prior,
            visits == 0 ? prior : ((pair?.Count ?? 0) + (0.5 * prior)) / (visits + 0.5),
            Math.Clamp(pair is null ? prior : pair.LastVisit == visits ? Math.Sqrt(prior) : prior * prior, 0.001, 0.999),
        ];
    }

    private void FillPair(PairPast? pair, int visits, int day, double prior)
    {
        var (recentHits, recentVisits) = pair?.RecentAt(visits) ?? (0, 0);
        Set(PairFeature.RecentRate, Logit((recentHits + (2 * prior)) / (recentVisits + 2)));
        if (pair is null) return;
        Set(PairFeature.FoundAtLastVisit, pair.LastVisit == visits ? 1 : 0);
        Set(PairFeature.VisitsSinceFound, Log(visits - pair.LastVisit));
        Set(PairFeature.Streak, Log(pair.LastVisit == visits ? pair.Streak : 0));
        Set(PairFeature.TimesFound, Log(pair.Count));
        Set(PairFeature.VisitsSinceFirst, Log(visits - pair.FirstVisit));
        Set(PairFeature.DaysSinceFound, Log(day - pair.Days[^1]));
        Set(PairFeature.Found1Month, Log(pair.Within(30, day)));
        Set(PairFeature.Found3Months, Log(pair.Within(91, day)));
        Set(PairFeature.Found6Months, Log(pair.Within(182, day)));
        Set(PairFeature.Found12Months, Log(pair.Within(365, day)));
        Set(PairFeature.Returns, Log(pair.Returns));
    }

    private void FillUnit(UnitPast past, int day)
    {
        var visits = past.Visits.Count;
        Set(PairFeature.VisitCount, Log(visits));
        Set(PairFeature.DaysSinceVisit, past.LastVisit is { } last ? Log(day - last.Day) : 0);
        Set(PairFeature.LastVisitHazards, Log(past.LastVisit?.Hazards ?? 0));
        Set(PairFeature.UnitHazards12Months, Log(past.HazardsWithin(365, day)));
        Set(PairFeature.UnitHazardRate, walk.HazardLean(past));
        Set(PairFeature.OpenOfUnit, Log(past.OpenCount));
        Set(PairFeature.OverdueOfUnit, Log(past.OverdueCount(day)));
        Set(PairFeature.UnitReturns, Log(past.ReturnCount));
        Set(PairFeature.DaysToRectify, Log(Math.Max(0, past.MedianDaysToRectify())));
        Set(PairFeature.MajorCount, Log(past.MajorCount));
        Set(PairFeature.MeanGap, Log(past.MeanGap));
    }

    private void FillGroups(int unit, UnitPast? past, int category, int day, double rate)
    {
        var groups = walk.Groups[unit];
        var (community, sector) = (past?.Community ?? -1, past?.Sector ?? -1);
        Set(PairFeature.UnitAgain, walk.Again.LogRatio(GroupKey.Of(GroupKind.Unit, unit), day));
        Set(PairFeature.UnitFirst, walk.First.LogRatio(GroupKey.Of(GroupKind.Unit, unit), day));
        Set(PairFeature.AreaAgain, walk.AgainLately.LogRatio(GroupKey.Of(GroupKind.Area, groups.Area), day));
        Set(PairFeature.AreaAgainLong, walk.Again.LogRatio(GroupKey.Of(GroupKind.Area, groups.Area), day));
        Set(PairFeature.AreaCategoryLately, walk.ByCategoryLately.LogRatio(groups.Area, category, day, rate));
        Set(PairFeature.StreetCategoryLately, walk.ByCategoryLately.LogRatio(groups.Street, category, day, rate));
        Set(PairFeature.CommunityCategoryLately, walk.ByCategoryLately.LogRatio(walk.GroupOf("community", community), category, day, rate));
        Set(PairFeature.StreetAgainLately, walk.AgainLately.LogRatio(GroupKey.Of(GroupKind.Street, groups.Street), day));
        Set(PairFeature.CommunityAgainLately, walk.AgainLately.LogRatio(GroupKey.Of(GroupKind.Community, community), day));
        Set(PairFeature.BlockAgain, walk.Again.LogRatio(GroupKey.Of(GroupKind.Block, groups.Block), day));
        Set(PairFeature.StreetAgain, walk.Again.LogRatio(GroupKey.Of(GroupKind.Street, groups.Street), day));
        Set(PairFeature.CommunityAgain, walk.Again.LogRatio(GroupKey.Of(GroupKind.Community, community), day));
        Set(PairFeature.KindAgain, walk.Again.LogRatio(GroupKey.Of(GroupKind.Kind, groups.Kind), day));
        Set(PairFeature.BrandAgain, walk.Again.LogRatio(GroupKey.Of(GroupKind.Brand, groups.Brand), day));
        Set(PairFeature.EndingAgain, walk.Again.LogRatio(GroupKey.Of(GroupKind.Ending, past?.Ending ?? -1), day));
        Set(PairFeature.LatelyAgain, walk.AgainLately.LogRatio(GroupKey.Of(GroupKind.Everywhere, 0), day));
        Set(PairFeature.CategoryLately, walk.AgainLately.LogRatio(GroupKey.Of(GroupKind.Category, category), day));
        Set(PairFeature.AreaCategory, walk.ByCategory.LogRatio(groups.Area, category, day, rate));
        Set(PairFeature.KindCategory, walk.ByCategory.LogRatio(groups.Kind, category, day, rate));
        Set(PairFeature.BrandCategory, walk.ByCategory.LogRatio(groups.Brand, category, day, rate));
        Set(PairFeature.CommunityCategory, walk.ByCategory.LogRatio(walk.GroupOf("community", community), category, day, rate));
        Set(PairFeature.SectorCategory, walk.ByCategory.LogRatio(walk.GroupOf("sector", sector), category, day, rate));
        Set(PairFeature.GoesTogether, walk.Company.LogRatio(past?.LastVisit?.Categories ?? [], category));
        Set(PairFeature.OpenOfCategory, Log(past?.OpenOf(category) ?? 0));
    }

    /// <summary>Trait by trait, added up; and all together as one kind of place.</summary>
    private void FillTraits(int unit, int category, int day, double rate)
    {
        var traits = walk.Traits.Of(unit);
        Set(PairFeature.TraitAgain, traits.Each.Sum(trait => walk.Again.LogRatio(trait.Key, day)));
        Set(PairFeature.TraitCategory, traits.Each.Sum(trait => walk.ByCategory.LogRatio(trait.Number, category, day, rate)));
        Set(PairFeature.TraitCategoryLately, traits.Each.Sum(trait => walk.ByCategoryLately.LogRatio(trait.Number, category, day, rate)));
        Set(PairFeature.TraitsAgain, walk.Again.LogRatio(traits.Together.Key, day));
        Set(PairFeature.TraitsCategory, walk.ByCategory.LogRatio(traits.Together.Number, category, day, rate));
    }

    private void Set(PairFeature feature, double value) => _row[(int)feature] = (float)value;

    private static double Log(double count) => Math.Log(1 + Math.Max(0, count));

    internal static double Logit(double rate)
    {
        var safe = Math.Clamp(rate, 1e-4, 1 - 1e-4);
        return Math.Log(safe / (1 - safe));
    }
}

/// <summary>What the days ahead are: season and high-risk periods within the horizon.</summary>
internal readonly record struct Calendar(double Sine, double Cosine, double HighRiskShare, int Month)
{
    public static Calendar Of(int cutOff, int horizonDays, IReadOnlyList<RiskPeriod> periods)
    {
        var middle = DateOnly.FromDayNumber(cutOff + 1 + (horizonDays / 2));
        var angle = 2 * Math.PI * middle.DayOfYear / 365.25;
        var covered = 0;
        for (var day = cutOff + 1; day <= cutOff + horizonDays; day++)
        {
            if (periods.Any(period => period.First <= day && day <= period.Last)) covered++;
        }

        return new Calendar(Math.Sin(angle), Math.Cos(angle), covered / (double)horizonDays, middle.Month);
    }
}
