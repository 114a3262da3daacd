namespace SafetyAnalytics.Learning.Categories;

/// <summary>How often rules are right, by how much their best category leads: counted on texts written before the rules had seen them (README).</summary>
public static class RuleTrust
{
    /// <summary>From this share of right answers on, an answer is certain.</summary>
    public const double Certain = 0.97;

    /// <summary>The least lead that reaches it.</summary>
    public const double CertainLead = 5;

    public static double Of(double lead) => lead switch
    {
        >= 8 => 0.99,
        >= CertainLead => 0.97,
        >= 3 => 0.83,
        >= 1 => 0.74,
        _ => 0.6,
    };
}
