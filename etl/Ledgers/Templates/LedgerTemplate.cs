namespace SafetyAnalytics.Ledgers.Templates;

/// <summary>Which columns a template has.</summary>
public enum TemplateKind
{
    /// <summary>The eleven columns of the plan's attachment 3.</summary>
    Plain,

    /// <summary>Those and the eight that say what a ledger otherwise leaves open: 发现日期, 社区, 行业领域, 隐患等级, 整改状态, 整改完成日期, 验收人及日期, 检查类别.</summary>
    Extended,
}

/// <summary>An empty ledger to fill in.</summary>
public static class LedgerTemplate
{
    internal const string Title = "____年____月安全隐患台账";
    internal const string Sender = "填报单位：________________";
    internal const string FilledOn = "填报时间：____年____月____日";
    internal const int EmptyRows = 30;

    /// <summary>The file's name: <c>安全隐患台账模板.xlsx</c>, <c>安全隐患台账模板（扩展）.docx</c>.</summary>
    public static string FileName(TemplateKind kind, LedgerFormat format) =>
        $"安全隐患台账模板{(kind == TemplateKind.Extended ? "（扩展）" : "")}.{(format == LedgerFormat.Docx ? "docx" : "xlsx")}";

    /// <summary>Writes title, place for sender and date, header and thirty numbered rows, A4 across, with drop-down lists where a column has one. The same lists give the same bytes.</summary>
    /// <param name="format">Xlsx or Docx.</param>
    /// <param name="target">Writable; left open.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another format.</exception>
    public static void Write(TemplateKind kind, LedgerFormat format, TemplateLists lists, Stream target)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(target);
        using var bytes = new MemoryStream();
        switch (format)
        {
            case LedgerFormat.Xlsx:
                XlsxTemplate.Write(TemplateColumn.Of(kind), lists, bytes);
                break;
            case LedgerFormat.Docx:
                DocxTemplate.Write(TemplateColumn.Of(kind), lists, bytes);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "A template is an xlsx or a docx.");
        }

        bytes.WriteTo(target);
    }
}
