namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>The members that stand for not knowing. They are members like any other, but they lead no ranking.</summary>
public static class UnknownMember
{
    /// <summary>The ledger does not say.</summary>
    public const string NotStated = "未填报";

    /// <summary>The ledger says something the seeds do not know yet.</summary>
    public const string Unmatched = "待匹配";

    /// <summary>The question does not arise.</summary>
    public const string NotApplicable = "不适用";

    public static bool Is(string member) => member is NotStated or Unmatched or NotApplicable;
}

/// <summary>The members of the dimension level that reports speak of.</summary>
public static class LevelMember
{
    public const string Major = "重大";
}
