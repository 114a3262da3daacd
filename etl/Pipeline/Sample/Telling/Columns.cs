using Column = SafetyAnalytics.Ledgers.Words.LedgerColumn;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>A template's columns: names, names with line breaks, names of another habit, width in characters.</summary>
internal sealed record ColumnHead(Column Column, string Name, string Broken, string Synonym, double Width)
{
    private static readonly ColumnHead[] Ledger =
    [
        new(Column.Sequence, "序号", "序\n号", "序号", 5),
        new(Column.UnitName, "单位名称", "单位\n\n名称", "受检单位", 16),
        new(Column.UnitAddress, "单位地址", "单位\n地址", "地址", 18),
        new(Column.UnitPerson, "单位负责人", "单位\n负责人", "负责人", 9),
        new(Column.Phone, "联系电话", "联系\n电话", "联系电话", 15),
        new(Column.ResponsibleUnit, "责任单位", "责任\n单位", "责任单位", 12),
        new(Column.ResponsiblePerson, "责任人", "责任\n人", "责任人", 9),
        new(Column.Hazard, "问题隐患", "问题\n隐患", "存在问题", 30),
        new(Column.Measures, "整改措施及情况", "整改措施\n及情况", "整改情况", 26),
        new(Column.Deadline, "整改时限", "整改\n时限", "整改期限", 14),
        new(Column.Remark, "备注", "备注", "备注", 16),
    ];

    private static readonly ColumnHead[] More =
    [
        new(Column.FoundOn, "发现日期", "发现\n日期", "发现日期", 12),
        new(Column.Community, "社区", "社区", "社区", 11),
        new(Column.Sector, "行业领域", "行业\n领域", "行业领域", 10),
        new(Column.Level, "隐患等级", "隐患\n等级", "隐患等级", 8),
        new(Column.Status, "整改状态", "整改\n状态", "整改状态", 10),
        new(Column.RectifiedOn, "整改完成日期", "整改完成\n日期", "整改完成日期", 12),
        new(Column.Verified, "验收人及日期", "验收人\n及日期", "验收人及日期", 16),
        new(Column.CheckKind, "检查类别", "检查\n类别", "检查类别", 10),
    ];

    /// <summary>The eleven columns of the plan, or those with the extended template's eight before the remark.</summary>
    public static ColumnHead[] Of(Habits habits) => habits.Has(Mess.ExtraColumns) ? [.. Ledger[..^1], .. More, Ledger[^1]] : Ledger;

    public string Label(Habits habits)
    {
        if (habits.Has(Mess.HeaderLineBreaks)) return Broken;
        return habits.Has(Mess.HeaderSynonyms) ? Synonym : Name;
    }

    /// <summary>The upper of two header rows; null: this column has one cell over both.</summary>
    public string? Parent => Column switch
    {
        Column.UnitName or Column.UnitAddress or Column.UnitPerson or Column.Phone => "被检查单位基本情况",
        Column.ResponsibleUnit or Column.ResponsiblePerson => "整改责任",
        _ => null,
    };
}
