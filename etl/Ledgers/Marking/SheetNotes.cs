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
        var gone = new HashSet<(int Row, int Column)>();
        foreach (var comment in List.Elements().ToList())
        {
            if (AuthorOf(comment) == CellMark.Author)
            {
                comment.Remove();
                gone.Add(Place(comment));
                had = true;
            }
            else
            {
                had |= CutOurs(comment);
            }
        }

        if (gone.Count > 0) RemoveShapes(gone);
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
        var list = List;
        var known = list.Elements().ToLookup(Place);
        var alone = new List<(int Row, int Column, string Text)>();
        foreach (var note in notes)
        {
            if (known[(note.Row, note.Column)].FirstOrDefault() is { } comment)
            {
                Join(comment, note.Text);
            }
            else
            {
                list.Add(Comment(CellPlace.Reference(note.Row, note.Column), note.Text));
                alone.Add(note);
            }
        }

        if (alone.Count > 0) AddShapes(alone);
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

    private void AddShapes(List<(int Row, int Column, string Text)> notes)
    {
        var end = _drawing.LastIndexOf("</xml>", StringComparison.Ordinal);
        if (end < 0) throw new NotEditableException("the drawing of the notes has no end");
        var id = ShapeNumber().Matches(_drawing).Select(match => long.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).DefaultIfEmpty(FirstShape()).Max();
        var type = _drawing.Contains("id=\"_x0000_t202\"", StringComparison.Ordinal) ? "" : ShapeType;
        _drawing = string.Concat(_drawing[..end], type, string.Concat(notes.Select(note => Shape(++id, note.Row, note.Column, Lines(note.Text)))), _drawing[end..]);
    }

    /// <summary>Shapes are numbered in blocks of 1,024, one block a drawing.</summary>
    private long FirstShape() => IdMap().Match(_drawing) is { Success: true } map ? 1024 * long.Parse(map.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 1024;

    private static int Lines(string text) => text.Split('\n').Sum(line => 1 + (line.Length / 18));

    private static string Shape(long id, int row, int column, int lines) => string.Create(CultureInfo.InvariantCulture,
        $"<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s{id}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:80pt;margin-top:10pt;width:220pt;height:{20 + (lines * 13)}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"/></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {Math.Max(0, row - 2)}, 10, {column + 4}, 15, {row + Math.Max(3, lines)}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>");

    private void RemoveShapes(HashSet<(int Row, int Column)> places) =>
        _drawing = AnyShape().Replace(_drawing, match => PlaceOf(match.Value) is { } place && places.Contains(place) ? "" : match.Value);

    private static (int Row, int Column)? PlaceOf(string shape)
    {
        var (row, column) = (ShapeRow().Match(shape), ShapeColumn().Match(shape));
        if (!row.Success || !column.Success) return null;
        return (int.Parse(row.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) + 1, int.Parse(column.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("_x0000_s(?<n>\\d{1,12})", RegexOptions.CultureInvariant)]
    private static partial Regex ShapeNumber();

    [GeneratedRegex("idmap[^>]*?data=\"(?<n>\\d{1,6})", RegexOptions.CultureInvariant)]
    private static partial Regex IdMap();

    [GeneratedRegex("Row>\\s*(?<n>\\d{1,7})\\s*</", RegexOptions.CultureInvariant)]
    private static partial Regex ShapeRow();

    [GeneratedRegex("Column>\\s*(?<n>\\d{1,5})\\s*</", RegexOptions.CultureInvariant)]
    private static partial Regex ShapeColumn();

    [GeneratedRegex("<v:shape\\s(?:(?!</v:shape>).)*</v:shape>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AnyShape();
}
