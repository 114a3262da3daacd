using System.Xml;

namespace SafetyAnalytics.Ledgers.Office;

/// <summary>
/// A forward walk over a part's xml, by local names: prefixes and the transitional or strict namespace do not matter.
/// No DTD, no entities of the file's own, bounded depth and size of each node.
/// </summary>
internal sealed class XmlCursor : IDisposable
{
    private const int MaxDepth = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private readonly LedgerInput input;
    private readonly IDisposable source;
    private readonly Action nextToken;
    private char[] chars = new char[256];

    public XmlCursor(LedgerInput input, PartStream stream)
    {
        this.input = input;
        source = stream;
        nextToken = stream.NextToken;
        Reader = XmlReader.Create(stream, Settings);
    }

    /// <summary>Over an xml file that is no part of a zip; what its first line says of its encoding has been settled.</summary>
    public XmlCursor(LedgerInput input, MarkupText text)
    {
        this.input = input;
        source = text;
        nextToken = text.NextToken;
        Reader = XmlReader.Create(text, Settings);
    }

    public XmlReader Reader { get; }

    public int Depth => Reader.Depth;

    public string Name => Reader.LocalName;

    public bool IsElement => Reader.NodeType == XmlNodeType.Element;

    public bool IsEmpty => Reader.IsEmptyElement;

    /// <summary>The next node; false at the end of the part, which by then has been checked whole.</summary>
    public bool Read()
    {
        nextToken();
        if (!Reader.Read()) return false;
        if (Reader.Depth > MaxDepth) throw Faults.TooLarge(input, "XML 嵌套层数", "depth of the XML", MaxDepth);
        return true;
    }

    /// <summary>To the part's root element.</summary>
    public void ToRoot()
    {
        while (Read() && !IsElement)
        {
        }
    }

    /// <summary>Moves to the next child element of the element at <paramref name="depth"/>, over anything unread below; false when that element has ended, with the cursor on its end.</summary>
    public bool NextChild(int depth)
    {
        if (Reader.Depth == depth && (Reader.NodeType == XmlNodeType.EndElement || (IsElement && IsEmpty))) return false;
        while (Read())
        {
            if (Reader.Depth == depth) return false;
            if (Reader.Depth == depth + 1 && IsElement) return true;
        }

        return false;
    }

    /// <summary>Moves to the next element at any depth below the element at <paramref name="depth"/>; false when that element has ended.</summary>
    public bool NextBelow(int depth)
    {
        if (Reader.Depth == depth && (Reader.NodeType == XmlNodeType.EndElement || (IsElement && IsEmpty))) return false;
        while (Read())
        {
            if (Reader.Depth == depth) return false;
            if (IsElement) return true;
        }

        return false;
    }

    /// <summary>From an element to its end.</summary>
    public void Skip()
    {
        var depth = Reader.Depth;
        while (NextChild(depth))
        {
        }
    }

    /// <summary>To the end of the part, so that its checksum is compared.</summary>
    public void Finish()
    {
        while (Read())
        {
        }
    }

    /// <summary>The value of an attribute by local name; null when absent.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        if (Reader.MoveToFirstAttribute())
        {
            do
            {
                if (Reader.LocalName == name && Reader.Prefix != "xmlns") value = Reader.Value;
            }
            while (value is null && Reader.MoveToNextAttribute());
            Reader.MoveToElement();
        }

        return value;
    }

    /// <summary>A switch as Office writes it: the element without <c>val</c> is on; <c>0, false, off, none</c> are off.</summary>
    public bool IsOn() => Attribute("val") is not ("0" or "false" or "off" or "none");

    /// <summary>All text below the element; the cursor ends on its end.</summary>
    public string Text()
    {
        var span = TextSpan();
        return span.IsEmpty ? "" : new string(span);
    }

    /// <summary>The same without a string; valid until the next call.</summary>
    public ReadOnlySpan<char> TextSpan()
    {
        if (IsEmpty) return [];
        var depth = Reader.Depth;
        var length = 0;
        while (Read() && Reader.Depth > depth)
        {
            if (Reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            int read;
            while ((read = Reader.ReadValueChunk(chars, length, chars.Length - length)) > 0)
            {
                length += read;
                if (length == chars.Length) Array.Resize(ref chars, length * 2);
            }
        }

        return chars.AsSpan(0, length);
    }

    public void Dispose()
    {
        Reader.Dispose();
        source.Dispose();
    }
}
