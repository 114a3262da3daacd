namespace SafetyAnalytics.Ledgers.Words;

/// <summary>A word of the seed <c>deadline_words.csv</c>.</summary>
/// <param name="Meaning">For an event: the period's name in <c>high_risk_periods.csv</c>, or <see cref="HighRiskPeriods.AnyHoliday"/>.</param>
public sealed record DeadlineWord(DueKind Kind, string Word, string Meaning);
