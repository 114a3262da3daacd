namespace SafetyAnalytics.Ledgers.Words;

/// <summary>A row of the seed <c>status_words.csv</c>: any of the patterns found in a text gives the status, unless a rule of lower order does.</summary>
public sealed record StatusRule(HazardStatus Status, int Order, WordPattern Pattern);
