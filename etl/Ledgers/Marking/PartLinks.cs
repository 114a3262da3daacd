using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>The relationships of one part, while they are changed.</summary>
internal sealed class PartLinks
{
    private static readonly XNamespace Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly PackageParts _parts;
    private readonly string _source;
    private readonly string _name;
    private readonly XDocument _xml;

    public PartLinks(PackageParts parts, string source)
    {
        (_parts, _source) = (parts, source);
        var slash = source.LastIndexOf('/') + 1;
        _name = $"{source[..slash]}_rels/{source[slash..]}.rels";
        _xml = parts.Has(_name) ? parts.Xml(_name) : new XDocument(new XElement(Packages + "Relationships"));
    }

    /// <summary>Inside the file, in order.</summary>
    public IEnumerable<Relationship> All => _xml.Root!.Elements()
        .Where(link => (string?)link.Attribute("TargetMode") != "External" && link.Attribute("Id") is not null && link.Attribute("Type") is not null && link.Attribute("Target") is not null)
        .Select(link => Relationship.Of(_source, link.Attribute("Id")!.Value, link.Attribute("Type")!.Value, link.Attribute("Target")!.Value));

    /// <summary>The first of that kind whose part is there; null when there is none.</summary>
    public Relationship? Find(string kind) => All.FirstOrDefault(link => link.Kind == kind && _parts.Has(link.Part));

    /// <returns>The new id.</returns>
    public string Add(string type, string part)
    {
        var used = _xml.Root!.Elements().Select(link => (string?)link.Attribute("Id")).ToHashSet(StringComparer.Ordinal);
        var number = 1;
        while (used.Contains($"rIdNote{number}")) number++;
        var id = $"rIdNote{number}";
        _xml.Root.Add(new XElement(_xml.Root.Name.Namespace + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", "/" + part)));
        _parts.Set(_name, _xml);
        if (!_parts.Has("[Content_Types].xml")) throw new NotEditableException("content types are missing");
        return id;
    }

    public void Remove(string id)
    {
        _xml.Root!.Elements().Where(link => (string?)link.Attribute("Id") == id).Remove();
        _parts.Set(_name, _xml);
    }
}
