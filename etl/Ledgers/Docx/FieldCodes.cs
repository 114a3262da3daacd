using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>Fields (page numbers, links, form boxes): what stands between begin and separate is code, what follows until end is shown.</summary>
internal sealed class FieldCodes(XmlCursor cursor)
{
    /// <summary>For each open field, whether its code is still going on.</summary>
    private readonly Stack<bool> open = [];

    public bool IsInCode { get; private set; }

    /// <summary>A paragraph begins: a field left open by a broken file must not swallow it.</summary>
    public void Reset()
    {
        open.Clear();
        IsInCode = false;
    }

    /// <summary>Reads <c>fldChar</c>; returns the sign of an old form's tick box, else nothing.</summary>
    public string Read()
    {
        var sign = "";
        switch (cursor.Attribute("fldCharType"))
        {
            case "begin":
                sign = FormBox();
                open.Push(true);

                // A form box has no text but its sign; its code is no text either, so nothing needs hiding until it ends.
                if (sign.Length > 0) return sign;
                break;
            case "separate" when open.TryPop(out _):
                open.Push(false);
                break;
            case "end":
                open.TryPop(out _);
                break;
        }

        IsInCode = open.Contains(true);
        return "";
    }

    private string FormBox()
    {
        var depth = cursor.Depth;
        bool? isTicked = null;
        while (cursor.NextBelow(depth))
        {
            if (cursor.Name == "checkBox") isTicked = false;
            else if (cursor.Name is "default" or "checked" && isTicked is not null) isTicked = cursor.IsOn();
        }

        return isTicked switch
        {
            true => Symbols.Ticked,
            false => Symbols.Unticked,
            null => "",
        };
    }
}
