namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>A text and the category a person gave it.</summary>
public sealed record LabelledText(string Text, string Category);
