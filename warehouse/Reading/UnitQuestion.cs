namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Two spellings that may be one unit, for a steward to say.</summary>
/// <param name="Probability">That they are one, from 0 to 1, as the linking weighs it.</param>
/// <param name="Evidence">What speaks for and against in Chinese, the strongest first.</param>
/// <param name="SharedMonths">Ledger months that have both.</param>
public sealed record UnitQuestion(UnitSide One, UnitSide Other, double Probability, string Evidence, string EvidenceEn, int SharedMonths);

/// <summary>One side of a <see cref="UnitQuestion"/>: what joining would bring into the other.</summary>
/// <param name="Name">With <paramref name="Address"/> a spelling as a ledger writes it: what an answer is about.</param>
public sealed record UnitSide(string UnitKey, string Name, string? Address, int Hazards, int OpenHazards, IReadOnlyList<ReportMonth> Months);

/// <param name="Text">Stands in a name or an address of either side; null: all.</param>
/// <param name="UnitKey">One of the sides; null: all.</param>
public sealed record UnitQuestionFilter(string? Text = null, string? UnitKey = null);

/// <param name="Total">Questions of the filter, on all pages.</param>
public sealed record UnitQuestionPage(IReadOnlyList<UnitQuestion> Questions, long Total);

/// <summary>A unit in a list to choose from.</summary>
public sealed record UnitChoice(string UnitKey, string Name, string? Address, long Hazards);
