using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>The parts of an Office file while some of them are changed. Those left alone come out byte for byte, in their old order; new ones stand at the end.</summary>
internal sealed class PackageParts : IDisposable
{
    private const string ContentTypesPart = "[Content_Types].xml";
    private const int BufferBytes = 1 << 16;

    private static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly LedgerInput _input;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _stored = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, byte[]> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _removed = new(StringComparer.OrdinalIgnoreCase);
    private long _inflated;

    /// <exception cref="NotEditableException">Two parts share a name.</exception>
    public PackageParts(LedgerInput input)
    {
        _input = input;
        _zip = new ZipArchive(new DirectoryMeter(input) { Position = 0 }, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in _zip.Entries)
        {
            var name = NameOf(entry);
            if (name.Length > 0 && !name.EndsWith('/') && !_stored.TryAdd(name, entry)) throw new NotEditableException($"part {name} is stored twice");
        }
    }

    public bool Has(string part) => !_removed.Contains(part) && (_changed.ContainsKey(part) || _stored.ContainsKey(part));

    /// <summary>The part's bytes, inflated, within the limits of reading.</summary>
    public Stream Open(string part) =>
        _changed.TryGetValue(part, out var bytes) ? new MemoryStream(bytes, writable: false)
        : Has(part) ? new CopyStream(new PartStream(_stored[part].Open(), _input, _stored[part].CompressedLength, _stored[part].Crc32, Spend))
        : throw new NotEditableException($"part {part} is missing");

    public string Text(string part)
    {
        using var reader = new StreamReader(Open(part), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public XDocument Xml(string part)
    {
        using var stream = Open(part);
        using var reader = XmlReader.Create(stream, ReaderSettings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>No DTD; blanks stay, for they are somebody's text.</summary>
    public static XmlReaderSettings ReaderSettings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Line breaks inside values stay what they are.</summary>
    public static XmlWriterSettings WriterSettings => new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };

    public void Set(string part, XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, WriterSettings)) document.Save(writer);
        Set(part, bytes.ToArray());
    }

    public void Set(string part, string text) => Set(part, Encoding.UTF8.GetBytes(text));

    public void Set(string part, byte[] bytes)
    {
        _removed.Remove(part);
        _changed[part] = bytes;
    }

    public void Remove(string part)
    {
        _changed.Remove(part);
        _removed.Add(part);
        EditTypes(types => types.Root!.Elements().Where(type => ((string?)type.Attribute("PartName"))?.TrimStart('/').Equals(part, StringComparison.OrdinalIgnoreCase) is true).Remove());
    }

    /// <summary>A name nobody uses: <c>xl/comments1.xml</c>, …</summary>
    public string FreeName(string before, string after)
    {
        var number = 1;
        while (Has($"{before}{number}{after}") || _removed.Contains($"{before}{number}{after}")) number++;
        return $"{before}{number}{after}";
    }

    public void StateType(string part, string contentType) =>
        EditTypes(types =>
        {
            types.Root!.Elements().Where(type => (string?)type.Attribute("PartName") == "/" + part).Remove();
            types.Root!.Add(new XElement(types.Root.Name.Namespace + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", contentType)));
        });

    public void StateExtension(string extension, string contentType) =>
        EditTypes(types =>
        {
            if (types.Root!.Elements().Any(type => ((string?)type.Attribute("Extension"))?.Equals(extension, StringComparison.OrdinalIgnoreCase) is true)) return;
            types.Root.AddFirst(new XElement(types.Root.Name.Namespace + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", contentType)));
        });

    public PartLinks LinksOf(string part) => new(this, part);

    public void Save(Stream target)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in _zip.Entries)
        {
            var name = NameOf(entry);
            if (_removed.Contains(name)) continue;
            var copy = zip.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = entry.LastWriteTime;
            if (!name.EndsWith('/') && name.Length > 0) Copy(name, copy);
        }

        foreach (var name in _changed.Keys.Where(name => !_stored.ContainsKey(name)).Order(StringComparer.Ordinal))
        {
            var added = zip.CreateEntry(name, CompressionLevel.Optimal);
            added.LastWriteTime = FirstDay;
            Copy(name, added);
        }
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>The earliest moment a zip can tell: the copy of a file is the same whenever it is made.</summary>
    private static DateTimeOffset FirstDay { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').TrimStart('/');

    private void Copy(string name, ZipArchiveEntry into)
    {
        using var from = Open(name);
        using var to = into.Open();
        from.CopyTo(to, BufferBytes);
    }

    private void EditTypes(Action<XDocument> edit)
    {
        var types = Has(ContentTypesPart) ? Xml(ContentTypesPart) : new XDocument(new XElement(ContentTypes + "Types"));
        edit(types);
        Set(ContentTypesPart, types);
    }

    private void Spend(int bytes)
    {
        _inflated += bytes;
        if (_inflated > _input.Limits.PartBytes * 2) throw Faults.TooLarge(_input, "解压后字节数", "bytes after inflating", _input.Limits.PartBytes);
    }

    /// <summary>A part that is copied, not parsed: the limit on a single piece of markup does not apply.</summary>
    private sealed class CopyStream(PartStream part) : ReadOnlyStream(part)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            part.NextToken();
            return part.Read(buffer[..Math.Min(buffer.Length, BufferBytes)]);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) part.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>The file can be read but not edited in place without risk; it comes back as a fresh copy.</summary>
internal sealed class NotEditableException : Exception
{
    public NotEditableException()
    {
    }

    public NotEditableException(string message)
        : base(message)
    {
    }

    public NotEditableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
