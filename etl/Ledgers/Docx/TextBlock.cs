using System.Text;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>Paragraphs of one cell, or of the body between tables, with what their formatting says.</summary>
internal sealed class TextBlock
{
    private readonly List<StringBuilder> paragraphs = [];
    private bool joinsNext;

    public bool HasPicture { get; set; }

    /// <summary>Some visible text is struck through.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Some visible text is not.</summary>
    public bool HasPlain { get; private set; }

    public IEnumerable<string> Paragraphs => paragraphs.Select(paragraph => paragraph.ToString());

    /// <summary>Paragraphs as lines; blank ones above and below the text left out.</summary>
    public string Text => paragraphs.Count == 1 ? paragraphs[0].ToString().Trim('\n') : string.Join('\n', paragraphs).Trim('\n');

    /// <param name="markIsDeleted">The paragraph's own end is deleted: the next paragraph goes on in it.</param>
    public StringBuilder Begin(bool markIsDeleted)
    {
        if (!joinsNext || paragraphs.Count == 0) paragraphs.Add(new StringBuilder());
        joinsNext = markIsDeleted;
        return paragraphs[^1];
    }

    public void Note(ReadOnlySpan<char> text, bool isStruck)
    {
        if (text.IsWhiteSpace()) return;
        HasStruck |= isStruck;
        HasPlain |= !isStruck;
    }

    public void Clear()
    {
        paragraphs.Clear();
        joinsNext = false;
    }
}
