using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Problems;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>A worksheet's comments: the notes every spreadsheet program shows, the shapes they are drawn in, and the conversations of newer programs. Other people's stay.</summary>
internal sealed partial class SheetNotes
{
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string DrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private const string DrawingHead = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">";
    private const string ShapeType = "<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

    private readonly PackageParts _parts;
    private readonly PartLinks _links;
    private readonly string _sheetPart;
    private readonly string _office;
    private readonly string? _commentsPart;
    private readonly XDocument _comments;
    private string? _drawingPart;
    private string _drawing;

    /// <param name="main">The workbook's namespace.</param>
    /// <param name="office">The namespace of its relationships.</param>
    public SheetNotes(PackageParts parts, string sheetPart, XNamespace main, string office)
    {
        (_parts, _sheetPart, _office) = (parts, sheetPart, office);
        _links = parts.LinksOf(sheetPart);
        _commentsPart = _links.Find("comments")?.Part;
        _comments = _commentsPart is null ? new XDocument(new XElement(main + "comments", new XElement(main + "authors"), new XElement(main + "commentList"))) : parts.Xml(_commentsPart);
        _drawingPart = _links.Find("vmlDrawing")?.Part;
        _drawing = _drawingPart is null ? "" : parts.Text(_drawingPart);
    }

    /// <summary>Takes our own notes of an earlier copy away; true when there were any.</summary>
    public bool Clear()
    {
        var had = false;
        foreach (var comment in List.Elements().ToList())
        {
            if (AuthorOf(comment) == CellMark.Author)
            {
                comment.Remove();
                RemoveShape((string?)comment.Attribute("ref") ?? "");
                had = true;
            }
            else
            {
                had |= CutOurs(comment);
            }
        }

        return had;
    }

    /// <summary>The relationship of a new drawing, for the sheet to name; null when the sheet has one already.</summary>
    public string? EnsureDrawing()
    {
        if (_drawingPart is not null) return null;
        _drawingPart = _parts.FreeName("xl/drawings/vmlDrawing", ".vml");
        _parts.StateExtension("vml", DrawingType);
        var block = _drawingPart.Where(char.IsAsciiDigit).Aggregate(0, (number, digit) => (number * 10) + digit - '0');
        _drawing = $"{DrawingHead}<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{block}\"/></o:shapelayout></xml>";
        return _links.Add(_office + "/vmlDrawing", _drawingPart);
    }

    public void Add(IEnumerable<(int Row, int Column, string Text)> notes)
    {
        foreach (var (row, column, text) in notes)
        {
            var reference = CellPlace.Reference(row, column);
            if (List.Elements().FirstOrDefault(comment => (string?)comment.Attribute("ref") == reference) is { } known)
            {
                Join(known, text);
            }
            else
            {
                List.Add(Comment(reference, text));
                AddShape(row, column, text);
            }
        }
    }

    public void Save()
    {
        var hasNotes = List.HasElements;
        if (_commentsPart is not null || hasNotes)
        {
            var part = _commentsPart ?? _parts.FreeName("xl/comments", ".xml");
            Sort();
            _parts.Set(part, _comments);
            if (_commentsPart is null)
            {
                _parts.StateType(part, CommentsType);
                _links.Add(_office + "/comments", part);
            }
        }

        if (_drawingPart is not null) _parts.Set(_drawingPart, _drawing);
    }

    /// <summary>The sheet's conversations; null when it has none.</summary>
    public string? ThreadsPart => _links.Find("threadedComment")?.Part;

    private XNamespace Main => _comments.Root!.Name.Namespace;

    private XElement List => Child("commentList");

    private XElement Child(string name)
    {
        if (_comments.Root!.Element(Main + name) is { } child) return child;
        child = new XElement(Main + name);
        if (name == "authors") _comments.Root.AddFirst(child);
        else _comments.Root.Add(child);
        return child;
    }

    private string AuthorOf(XElement comment) =>
        int.TryParse((string?)comment.Attribute("authorId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Child("authors").Elements().ElementAtOrDefault(id)?.Value ?? "" : "";

    private int OurAuthor()
    {
        var authors = Child("authors").Elements().Select(author => author.Value).ToList();
        if (authors.IndexOf(CellMark.Author) is >= 0 and var known) return known;
        Child("authors").Add(new XElement(Main + "author", CellMark.Author));
        return authors.Count;
    }

    private XElement Comment(string reference, string text) =>
        new(Main + "comment", new XAttribute("ref", reference), new XAttribute("authorId", OurAuthor()), new XAttribute("shapeId", 0), new XElement(Main + "text", Run(text)));

    private XElement Run(string text) =>
        new(Main + "r", new XElement(Main + "rPr", new XElement(Main + "sz", new XAttribute("val", 9)), new XElement(Main + "rFont", new XAttribute("val", "宋体")), new XElement(Main + "charset", new XAttribute("val", 134))),
            new XElement(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), OfficeText.Cell(text)));

    /// <summary>Behind the words of another, in one comment: a cell has one.</summary>
    private void Join(XElement comment, string text)
    {
        var body = comment.Element(Main + "text") ?? throw new NotEditableException("a comment has no text");
        if (body.Element(Main + "t") is { } plain)
        {
            plain.ReplaceWith(new XElement(Main + "r", new XElement(plain)));
        }

        body.Add(Run("\n" + text));
        foreach (var late in body.Elements().Where(child => child.Name.LocalName is "rPh" or "phoneticPr").ToList())
        {
            late.Remove();
            body.Add(late);
        }
    }

    /// <summary>Our words behind another's, from where they begin.</summary>
    private bool CutOurs(XElement comment)
    {
        var isOurs = false;
        foreach (var text in comment.Descendants(Main + "t").ToList())
        {
            var at = text.Value.IndexOf(CellMark.Opening, StringComparison.Ordinal);
            if (isOurs) (text.Parent!.Name.LocalName == "r" ? text.Parent : text).Remove();
            else if (at >= 0) text.Value = text.Value[..at].TrimEnd('\n', '\r');
            isOurs |= at >= 0;
            if (at == 0 || (at > 0 && text.Value.Length == 0)) (text.Parent?.Name.LocalName == "r" ? text.Parent : text).Remove();
        }

        return isOurs;
    }

    /// <summary>Programs expect the notes by row and column.</summary>
    private void Sort()
    {
        var sorted = List.Elements().OrderBy(comment => Place(comment).Row).ThenBy(comment => Place(comment).Column).ToList();
        List.RemoveNodes();
        List.Add(sorted);
    }

    private static (int Row, int Column) Place(XElement comment) =>
        Xlsx.CellReference.TryParse((string?)comment.Attribute("ref"), out var row, out var column) ? (row, column) : (int.MaxValue, 0);

    private void AddShape(int row, int column, string text)
    {
        var end = _drawing.LastIndexOf("</xml>", StringComparison.Ordinal);
        if (end < 0) throw new NotEditableException("the drawing of the notes has no end");
        var id = ShapeNumber().Matches(_drawing).Select(match => long.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).DefaultIfEmpty(FirstShape()).Max() + 1;
        var type = _drawing.Contains("id=\"_x0000_t202\"", StringComparison.Ordinal) ? "" : ShapeType;
        _drawing = _drawing[..end] + type + Shape(id, row, column, Lines(text)) + _drawing[end..];
    }

    /// <summary>Shapes are numbered in blocks of 1,024, one block a drawing.</summary>
    private long FirstShape() => IdMap().Match(_drawing) is { Success: true } map ? 1024 * long.Parse(map.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 1024;

    private static int Lines(string text) => text.Split('\n').Sum(line => 1 + (line.Length / 18));

    private static string Shape(long id, int row, int column, int lines) => string.Create(CultureInfo.InvariantCulture,
        $"<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s{id}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:80pt;margin-top:10pt;width:220pt;height:{20 + (lines * 13)}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"/></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {Math.Max(0, row - 2)}, 10, {column + 4}, 15, {row + Math.Max(3, lines)}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>");

    private void RemoveShape(string reference)
    {
        if (!Xlsx.CellReference.TryParse(reference, out var row, out var column)) return;
        _drawing = AnyShape().Replace(_drawing, match => IsAt(match.Value, row - 1, column) ? "" : match.Value);
    }

    private static bool IsAt(string shape, int row, int column) =>
        shape.Contains($"Row>{row.ToString(CultureInfo.InvariantCulture)}</", StringComparison.Ordinal) && shape.Contains($"Column>{column.ToString(CultureInfo.InvariantCulture)}</", StringComparison.Ordinal);

    [GeneratedRegex("_x0000_s(?<n>\\d{1,12})", RegexOptions.CultureInvariant)]
    private static partial Regex ShapeNumber();

    [GeneratedRegex("idmap[^>]*?data=\"(?<n>\\d{1,6})", RegexOptions.CultureInvariant)]
    private static partial Regex IdMap();

    [GeneratedRegex("<v:shape\\s(?:(?!</v:shape>).)*</v:shape>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AnyShape();
}
