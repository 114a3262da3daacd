using System.IO.Compression;
using System.Text;

namespace SafetyAnalytics.Ledgers.Office;

/// <summary>An Office file being written anew. The same parts give the same bytes, whenever they are written.</summary>
internal sealed class NewPackage(Stream target) : IDisposable
{
    public const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /// <summary>The earliest moment a zip can tell.</summary>
    private static readonly DateTimeOffset FirstDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);

    /// <param name="xml">Without the declaration.</param>
    public void Add(string part, string xml)
    {
        using var stream = Open(part);
        stream.Write(Encoding.UTF8.GetBytes(Head + xml));
    }

    public Stream Open(string part)
    {
        var entry = _zip.CreateEntry(part);
        entry.LastWriteTime = FirstDay;
        return entry.Open();
    }

    /// <param name="types">Part to content type, the main part first.</param>
    public void AddTypes(IEnumerable<(string Part, string Type)> types)
    {
        var all = types.ToList();
        var overrides = string.Concat(all.Select(type => $"<Override PartName=\"/{type.Part}\" ContentType=\"application/vnd.openxmlformats-officedocument.{type.Type}+xml\"/>"));
        Add("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{overrides}</Types>");
        AddLinks("_rels/.rels", [("rId1", "officeDocument", all[0].Part)]);
    }

    public void AddLinks(string part, IEnumerable<(string Id, string Kind, string Target)> links) =>
        Add(part, $"<Relationships xmlns=\"{Links}\">{string.Concat(links.Select(link => $"<Relationship Id=\"{link.Id}\" Type=\"{Office}/{link.Kind}\" Target=\"{link.Target}\"/>"))}</Relationships>");

    public void Dispose() => _zip.Dispose();
}
