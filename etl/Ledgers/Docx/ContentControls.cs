using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>Content controls around the text: a tick box shows one sign whatever stands in it, and a prompt nobody filled in is not the sender's word.</summary>
internal sealed class ContentControls(XmlCursor cursor)
{
    /// <summary>What each open control puts in place of its text; null: its text.</summary>
    private readonly Stack<string?> open = [];

    public IDisposable Enter()
    {
        open.Push(null);
        return new Leaving(this);
    }

    /// <summary>True when the control holds a page of ours, which is no word of the sender.</summary>
    public bool ReadProperties()
    {
        var isOurs = false;
        var depth = cursor.Depth;
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "checkbox") Replace(IsChecked() ? Symbols.Ticked : Symbols.Unticked);
            else if (cursor.Name == "showingPlcHdr" && cursor.IsOn()) Replace("");
            else if (cursor.Name == "tag") isOurs = cursor.Attribute("val") == HandBackPage.Tag;
        }

        return isOurs;
    }

    /// <summary>The text to show for this one: itself, or once the control's sign.</summary>
    public string Instead(string text)
    {
        if (!open.Any(instead => instead is not null)) return text;
        var shown = string.Concat(open);
        var inside = open.Select(instead => instead is null ? null : "").Reverse().ToList();
        open.Clear();
        inside.ForEach(open.Push);
        return shown;
    }

    private bool IsChecked()
    {
        var isChecked = false;
        var depth = cursor.Depth;
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "checked") isChecked = cursor.IsOn();
        }

        return isChecked;
    }

    /// <summary>A tick box that still shows its prompt is a tick box.</summary>
    private void Replace(string sign)
    {
        if (open.TryPop(out var earlier)) open.Push(string.IsNullOrEmpty(earlier) ? sign : earlier);
    }

    private sealed class Leaving(ContentControls controls) : IDisposable
    {
        public void Dispose() => controls.open.Pop();
    }
}
