using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Templates;

/// <summary>How a column is laid out and what helps to fill it in.</summary>
/// <param name="Width">In characters of a spreadsheet.</param>
/// <param name="IsDate">Nothing but a day is expected.</param>
/// <param name="IsOpen">Its list is a help, not a limit: other words are as right.</param>
/// <param name="Prompt">Shown beside the cell; empty for none.</param>
internal sealed record TemplateColumn(LedgerColumn Column, double Width, bool IsDate, bool IsOpen, string Prompt)
{
    /// <summary>Shown in a Word file's list until somebody chooses.</summary>
    public const string ChoicePrompt = "点击选择";

    public const string DatePrompt = "选择日期";

    public string Name => ColumnNames.Of(Column);

    public static IReadOnlyList<TemplateColumn> Of(TemplateKind kind) => [.. (kind == TemplateKind.Plain ? ColumnNames.Plan : [.. ColumnNames.Plan, .. ColumnNames.Extension]).Select(Of)];

    private static TemplateColumn Of(LedgerColumn column) => column switch
    {
        LedgerColumn.Sequence => Plain(column, 5),
        LedgerColumn.UnitName => Plain(column, 15, "填写单位全称；与上一行相同可写“同上”。"),
        LedgerColumn.UnitAddress => Plain(column, 15),
        LedgerColumn.UnitPerson or LedgerColumn.ResponsiblePerson => Plain(column, 8),
        LedgerColumn.Phone => Plain(column, 13, "11 位手机号，或带区号的座机号。"),
        LedgerColumn.ResponsibleUnit => new(column, 10, IsDate: false, IsOpen: true, "从列表选择；有几个科室时用顿号隔开。"),
        LedgerColumn.Hazard => Plain(column, 24, "一行一条；一格写几条时用 1. 2. 编号。未发现隐患写“无”。"),
        LedgerColumn.Measures => Plain(column, 20, "写明整改措施和现在的情况，如“已更换，6月10日整改完毕”。"),
        LedgerColumn.Deadline => Plain(column, 12, "写成 2022-06-30 这样的日期，或“立行立改”“长期”。"),
        LedgerColumn.Remark => Plain(column, 10),
        LedgerColumn.FoundOn or LedgerColumn.RectifiedOn => new(column, 11, IsDate: true, IsOpen: false, "写成 2022-06-30 这样的日期。"),
        LedgerColumn.Verified => Plain(column, 12, "验收人和日期，如“张某 2022-06-30”。"),
        LedgerColumn.Community or LedgerColumn.Sector => new(column, 10, IsDate: false, IsOpen: true, "从列表选择。"),
        _ => new(column, 9, IsDate: false, IsOpen: false, "从列表选择。"),
    };

    private static TemplateColumn Plain(LedgerColumn column, double width, string prompt = "") => new(column, width, IsDate: false, IsOpen: true, prompt);
}
