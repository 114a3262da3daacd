namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The words a steward can extend: everything the reading of a ledger takes from the seeds.</summary>
public sealed partial class Lexicon
{
}
