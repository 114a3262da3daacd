using System.Globalization;
using System.Text;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>Reads paragraphs as they are seen with every change accepted: no deleted or hidden text, no field codes, list numbers spelled out.</summary>
internal sealed class Paragraphs(LedgerInput input, XmlCursor cursor, Lists lists, TextBudget budget)
{
    /// <summary>What a paragraph costs beside its characters.</summary>
    private const int ParagraphBytes = 128;

    private readonly ContentControls controls = new(cursor);
    private readonly FieldCodes fields = new(cursor);
    private TextBlock block = new();
    private StringBuilder text = new();

    /// <summary>Enters a content control; leave it by disposing.</summary>
    public IDisposable Control() => controls.Enter();

    /// <summary>Reads <c>sdtPr</c> of the control entered last; true when it holds a page of ours.</summary>
    public bool ReadControl() => controls.ReadProperties();

    /// <summary>Reads the <c>p</c> the cursor stands on into the block.</summary>
    public void Read(TextBlock into)
    {
        block = into;
        var depth = cursor.Depth;
        var begun = false;
        fields.Reset();
        while (cursor.NextChild(depth))
        {
            if (!begun)
            {
                begun = true;
                if (cursor.Name == "pPr")
                {
                    Begin(ParagraphProperties.Read(cursor));
                    continue;
                }

                Begin(new ParagraphProperties());
            }

            Inline();
        }

        if (!begun) Begin(new ParagraphProperties());
    }

    private void Begin(ParagraphProperties properties)
    {
        text = block.Begin(properties.MarkIsDeleted);
        budget.Spend(ParagraphBytes);
        Append(lists.Next(properties), null);
    }

    /// <summary>One child of a paragraph or of something in it.</summary>
    private void Inline()
    {
        switch (cursor.Name)
        {
            case "r":
                Run();
                break;
            case "sdt":
                using (controls.Enter()) Children();
                break;
            case "sdtPr":
                controls.ReadProperties();
                break;
            case "AlternateContent" or "Choice" or "sdtContent" or "ins" or "moveTo" or "hyperlink" or "smartTag" or "customXml" or "fldSimple" or "bdo" or "dir" or "oMathPara":
                Children();
                break;
            case "oMath":
                Formula();
                break;
        }
    }

    private void Children()
    {
        var depth = cursor.Depth;
        while (cursor.NextChild(depth)) Inline();
    }

    private void Formula()
    {
        var depth = cursor.Depth;
        while (cursor.NextBelow(depth))
        {
            if (cursor.Name == "t") Append(cursor.Text(), false);
        }
    }

    private void Run()
    {
        var depth = cursor.Depth;
        var properties = new RunProperties();
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "rPr") properties = RunProperties.Read(cursor);
            else if (!properties.IsHidden) RunContent(properties);
        }
    }

    private void RunContent(RunProperties properties)
    {
        switch (cursor.Name)
        {
            case "t":
                Append(Symbols.Plain(cursor.Text(), properties.Font), properties.IsStruck);
                break;
            case "tab" or "ptab":
                Append("\t", null);
                break;
            case "br" when cursor.Attribute("type") is null or "textWrapping":
            case "cr":
                Append("\n", null);
                break;
            case "noBreakHyphen":
                Append("-", properties.IsStruck);
                break;
            case "sym":
                Append(Symbols.Of(cursor.Attribute("font"), cursor.Attribute("char")), properties.IsStruck);
                break;
            case "fldChar":
                Append(fields.Read(), properties.IsStruck);
                break;
            case "drawing" or "pict" or "object":
                Drawing();
                break;
            case "AlternateContent" or "Choice":
                RunChildren(properties);
                break;
            case "ruby":
                RubyBase();
                break;
        }
    }

    private void RunChildren(RunProperties properties)
    {
        var depth = cursor.Depth;
        while (cursor.NextChild(depth)) RunContent(properties);
    }

    private void RubyBase()
    {
        var depth = cursor.Depth;
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "rubyBase") Children();
        }
    }

    /// <summary>Pictures count; shapes, charts and the text in boxes do not.</summary>
    private void Drawing()
    {
        var depth = cursor.Depth;
        while (cursor.NextBelow(depth))
        {
            if (cursor.Name is "pic" or "imagedata") block.HasPicture = true;
            else if (cursor.Name == "txbxContent") cursor.Skip();
        }
    }

    /// <param name="isStruck">Null: white space or a list number, which says nothing.</param>
    private void Append(string more, bool? isStruck)
    {
        if (more.Length == 0 || fields.IsInCode) return;
        more = controls.Instead(more);
        budget.Spend(more.Length * sizeof(char));
        text.Append(more);
        if (text.Length > input.Limits.CellCharacters) throw Faults.TooLarge(input, "一段文字的字符数", "characters of a paragraph", input.Limits.CellCharacters);
        if (isStruck is { } struck) block.Note(more, struck);
    }

    /// <summary>A whole number; null when absent or none.</summary>
    public static int? Number(string? attribute) => int.TryParse(attribute, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
