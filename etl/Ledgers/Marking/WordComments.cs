using System.Globalization;
using System.Xml.Linq;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>A Word file's comments. Other people's stay; a cell may have several.</summary>
internal sealed class WordComments
{
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    private readonly PackageParts _parts;
    private readonly PartLinks _links;
    private readonly string _office;
    private readonly string? _part;
    private readonly XDocument _xml;

    public WordComments(PackageParts parts, PartLinks links, XNamespace main, string office)
    {
        (_parts, _links, _office, Main) = (parts, links, office, main);
        _part = links.Find("comments")?.Part;
        _xml = _part is null ? new XDocument(new XElement(main + "comments", new XAttribute(XNamespace.Xmlns + "w", main.NamespaceName))) : parts.Xml(_part);
    }

    private XNamespace Main { get; }

    /// <summary>Takes our own comments of an earlier copy away, in the list and in the text.</summary>
    public void Clear(XElement document)
    {
        var ours = _xml.Root!.Elements().Where(comment => (string?)comment.Attribute(Main + "author") == CellMark.Author).ToList();
        if (ours.Count == 0) return;
        var ids = ours.Select(IdOf).ToHashSet();
        var paragraphs = ours.Descendants().Attributes().Where(attribute => attribute.Name.LocalName == "paraId").Select(attribute => attribute.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ours.ForEach(comment => comment.Remove());
        foreach (var anchor in document.Descendants().Where(element => element.Name.LocalName is "commentRangeStart" or "commentRangeEnd" or "commentReference" && ids.Contains(IdOf(element))).ToList())
        {
            if (anchor.Name.LocalName == "commentReference" && anchor.Parent is { } run && run.Name == Main + "r") run.Remove();
            else anchor.Remove();
        }

        foreach (var kind in (string[])["commentsExtended", "commentsIds"]) Forget(kind, paragraphs);
    }

    /// <summary>Anchors a new comment to the words of a cell.</summary>
    public void Add(XElement cell, string text)
    {
        var paragraphs = cell.Descendants(Main + "p").Where(paragraph => paragraph.Ancestors(Main + "tc").First() == cell && !paragraph.Ancestors().TakeWhile(above => above != cell).Any(above => above.Name.LocalName is "txbxContent" or "Fallback")).ToList();
        if (paragraphs.Count == 0) throw new NotEditableException("a cell has no paragraph");
        var id = new XAttribute(Main + "id", _xml.Root!.Elements().Select(IdOf).DefaultIfEmpty(-1).Max() + 1);
        _xml.Root.Add(new XElement(
            Main + "comment",
            id,
            new XAttribute(Main + "author", CellMark.Author),
            new XAttribute(Main + "initials", "SA"),
            text.Split('\n').Select(line => new XElement(Main + "p", NotePage.Run(Main, line, "")))));
        var start = new XElement(Main + "commentRangeStart", id);
        if (paragraphs[0].Element(Main + "pPr") is { } properties) properties.AddAfterSelf(start);
        else paragraphs[0].AddFirst(start);
        paragraphs[^1].Add(new XElement(Main + "commentRangeEnd", id), new XElement(Main + "r", new XElement(Main + "commentReference", id)));
    }

    public void Save()
    {
        if (_part is null && !_xml.Root!.HasElements) return;
        var part = _part ?? _parts.FreeName("word/comments", ".xml");
        _parts.Set(part, _xml);
        if (_part is not null) return;
        _parts.StateType(part, CommentsType);
        _links.Add(_office + "/comments", part);
    }

    private int IdOf(XElement element) => int.TryParse((string?)element.Attribute(Main + "id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : -1;

    /// <summary>Newer programs keep more about each comment in parts of their own.</summary>
    private void Forget(string kind, HashSet<string> paragraphs)
    {
        if (_links.Find(kind)?.Part is not { } part) return;
        var xml = _parts.Xml(part);
        xml.Root!.Elements().Where(entry => entry.Attributes().Any(attribute => attribute.Name.LocalName == "paraId" && paragraphs.Contains(attribute.Value))).Remove();
        _parts.Set(part, xml);
    }
}
