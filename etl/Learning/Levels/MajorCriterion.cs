namespace SafetyAnalytics.Learning.Levels;

/// <summary>One row of the seed <c>major_criteria.csv</c>: a published criterion that makes a hazard major (重大), and the words that show it is met.</summary>
/// <param name="Criterion">What the standard says, in short.</param>
/// <param name="UnitWords">What the place must be: a pattern between slashes, or words separated by <c>|</c>, looked for in the unit's name and in the text; blank: any place.</param>
/// <param name="TextWords">What the text must say, likewise.</param>
/// <param name="ButNot">What it must not say; blank: nothing.</param>
/// <param name="Standard">Number and name of the standard.</param>
/// <param name="Clause">Its clause.</param>
public sealed record MajorCriterion(string Criterion, string UnitWords, string TextWords, string ButNot, string Standard, string Clause)
{
    /// <summary>As it is named beside a level.</summary>
    public string Name => $"{Standard} {Clause}：{Criterion}";
}

/// <summary>A criterion that a hazard meets.</summary>
/// <param name="Words">The words of the text that meet it.</param>
public sealed record MajorFinding(MajorCriterion Criterion, string Words);
