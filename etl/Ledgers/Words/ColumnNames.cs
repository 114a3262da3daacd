namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The columns' own names, as the plan's attachment 3 and the extended template print them.</summary>
public static class ColumnNames
{
    private static readonly string[] Names =
    [
        "序号", "单位名称", "单位地址", "单位负责人", "联系电话", "责任单位", "责任人", "问题隐患", "整改措施及情况", "整改时限", "备注",
        "发现日期", "社区", "行业领域", "隐患等级", "整改状态", "整改完成日期", "验收人及日期", "检查类别",
    ];

    /// <summary>The eleven of attachment 3, in its order.</summary>
    public static IReadOnlyList<LedgerColumn> Plan { get; } = [.. Enum.GetValues<LedgerColumn>().Where(column => column <= LedgerColumn.Remark)];

    /// <summary>The eight more of the extended template.</summary>
    public static IReadOnlyList<LedgerColumn> Extension { get; } = [.. Enum.GetValues<LedgerColumn>().Where(column => column > LedgerColumn.Remark)];

    public static string Of(LedgerColumn column) => Names[(int)column];
}
