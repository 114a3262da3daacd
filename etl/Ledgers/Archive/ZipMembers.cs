using System.IO.Compression;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Archive;

/// <summary>The members of a zip and the one budget they inflate from.</summary>
internal sealed class ZipMembers
{
    private readonly LedgerInput input;
    private long inflated;

    private ZipMembers(LedgerInput input) => this.input = input;

    public static List<LedgerArchiveMember> Of(LedgerInput input)
    {
        if (input.Stream.Length == 0) throw Faults.Empty(input);
        if (input.Stream.Length > input.Limits.FileBytes) throw Faults.TooLarge(input, "文件字节数", "bytes of the file", input.Limits.FileBytes);
        var meter = new DirectoryMeter(input) { Position = 0 };
        var zip = new ZipArchive(meter, ZipArchiveMode.Read, leaveOpen: true, new MemberNameEncoding());
        var files = zip.Entries.Select(entry => (Entry: entry, Name: MemberName.Safe(entry.FullName))).Where(file => !MemberName.IsFolder(file.Entry.FullName) && !MemberName.IsJunk(file.Name)).ToList();
        meter.Lift();
        if (files.Count == 0) throw Faults.EmptyArchive(input);
        if (files.Count > LedgerArchive.MostMembers) throw Faults.TooLarge(input, "压缩包内文件数", "files in the archive", LedgerArchive.MostMembers);
        if (files.Sum(file => (double)file.Entry.Length) > input.Limits.PartBytes) throw Faults.TooLarge(input, "解压后字节数", "bytes after inflating", input.Limits.PartBytes);

        var members = new ZipMembers(input);
        return
        [
            .. files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase)
                .SelectMany(same => same.Select(file => members.Member(file.Name, file.Entry, isTwice: same.Count() > 1)))
                .OrderBy(member => member.Name, StringComparer.Ordinal),
        ];
    }

    private LedgerArchiveMember Member(string name, ZipArchiveEntry entry, bool isTwice)
    {
        var member = input with { FileName = $"{input.FileName}/{name}" };
        return new LedgerArchiveMember(member.FileName, entry.LastWriteTime.DateTime, () => Faults.Translated(member, null, () => Inflate(member, entry, isTwice)));
    }

    private MemoryStream Inflate(LedgerInput member, ZipArchiveEntry entry, bool isTwice)
    {
        if (isTwice) throw Faults.Malformed(member, "压缩包里有两个同名文件", "the archive holds two files of this name");
        if (entry.IsEncrypted) throw Faults.Encrypted(member);
        if (entry.Length > input.Limits.FileBytes) throw Faults.TooLarge(member, "文件字节数", "bytes of the file", input.Limits.FileBytes);

        using var part = new PartStream(entry.Open(), member, entry.CompressedLength, entry.Crc32, Spend);
        var content = new MemoryStream((int)Math.Min(entry.Length, PartStream.MostBytes(entry.CompressedLength)));
        var block = new byte[1 << 16];
        for (var read = Next(); read > 0; read = Next()) content.Write(block, 0, read);
        if (content.Length != entry.Length) throw Faults.Malformed(member, $"解压后是 {content.Length} 字节，目录写的是 {entry.Length}", $"it inflates to {content.Length} bytes, its directory says {entry.Length}");
        content.Position = 0;
        return content;

        int Next()
        {
            part.NextToken();
            return part.Read(block);
        }
    }

    private void Spend(int bytes)
    {
        inflated += bytes;
        if (inflated > input.Limits.PartBytes) throw Faults.TooLarge(input, "解压后字节数", "bytes after inflating", input.Limits.PartBytes);
    }
}
