using System.IO.Compression;
using System.Text;
using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Archive;

/// <summary>A zip of ledgers: its members, one by one, whatever their names.</summary>
public class ArchiveTests
{
    private static readonly byte[] Workbook = new XlsxBuilder().Sheet("6月", [["某店"]]).Bytes();

    private static IReadOnlyList<LedgerArchiveMember> Members(byte[] zip, ReadLimits? limits = null) => LedgerArchive.Members(new MemoryStream(zip), "某处/6月.zip", limits);

    private static LedgerFormatException Refusal(byte[] zip, ReadLimits? limits = null) => Assert.Throws<LedgerFormatException>(() => Members(zip, limits));

    private static LedgerFormatException OpenRefusal(byte[] zip, ReadLimits? limits = null) => Assert.Throws<LedgerFormatException>(() => Assert.Single(Members(zip, limits)).Open());

    [Fact]
    public void Members_are_read_in_the_order_of_their_names_without_what_systems_leave_behind()
    {
        var zip = new ZipBuilder().Part("应急办/", "").Part("应急办/b.csv", "单位名称\n某厂").Part("a.xlsx", Workbook).Part("__MACOSX/._a.xlsx", "x").Part(".DS_Store", "x").Part("应急办/Thumbs.db", "x").Part("~$a.xlsx", "x").Bytes();
        using (var stream = new MemoryStream(zip)) Assert.Equal(LedgerFormat.Zip, LedgerReader.Detect(stream, "6月.zip"));
        var read = Members(zip).Select(member =>
        {
            using var content = (MemoryStream)member.Open();
            return (member.Name, Taking.Sheet(content.ToArray()).Rows[^1].Cells[0]);
        });
        Assert.Equal([("6月.zip/a.xlsx", "某店"), ("6月.zip/应急办/b.csv", "某厂")], read);
    }

    [Fact]
    public void A_zip_has_no_tables_of_its_own()
    {
        var refusal = Taking.Refusal(new ZipBuilder().Part("a.xlsx", Workbook).Bytes());
        Assert.Equal("not_a_ledger_format", refusal.Code);
        Assert.Contains("解压", refusal.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_in_the_zip_is_refused_when_it_is_read()
    {
        using var inner = Assert.Single(Members(new ZipBuilder().Part("inner.zip", new ZipBuilder().Part("a.csv", "a").Bytes()).Bytes())).Open();
        Assert.Equal("not_a_ledger_format", Assert.Throws<LedgerFormatException>(() => LedgerReader.Read(inner, "inner.zip")).Code);
    }

    [Theory]
    [InlineData("../../etc/passwd.csv", "etc/passwd.csv")]
    [InlineData("/abs.csv", "abs.csv")]
    [InlineData("C:\\Users\\a.csv", "Users/a.csv")]
    [InlineData("a\\..\\..\\b.csv", "a/b.csv")]
    [InlineData("./././a.csv", "a.csv")]
    [InlineData("a\u0001b\u202Evsc.csv", "abvsc.csv")]
    [InlineData("a:b?.csv", "a_b_.csv")]
    [InlineData("..", "未命名")]
    [InlineData("  磁器口社区 .csv ", "磁器口社区 .csv")]
    public void Names_lead_nowhere(string stored, string shown) => Assert.Equal("6月.zip/" + shown, Assert.Single(Members(new ZipBuilder().Part(stored, "a").Bytes())).Name);

    [Theory]
    [InlineData("GB18030", "应急办6月.csv")]
    [InlineData("utf-8", "应急办6月.csv")]
    public void Names_without_the_mark_of_UTF8_are_tried_for_it_and_are_Chinese_else(string encoding, string name)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8;
        Assert.Equal("6月.zip/" + name, Assert.Single(Members(Unmarked(bytes.GetBytes(name)))).Name);
    }

    /// <summary>A zip of one member with these bytes for its name, without the flag that says UTF-8.</summary>
    private static byte[] Unmarked(byte[] name)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = archive.CreateEntry(new string('n', name.Length), CompressionLevel.NoCompression).Open();
            stream.Write("a"u8);
        }

        var changed = bytes.ToArray();
        for (var at = changed.AsSpan().IndexOf(Encoding.ASCII.GetBytes(new string('n', name.Length))); at >= 0; at = changed.AsSpan().IndexOf(Encoding.ASCII.GetBytes(new string('n', name.Length)))) name.CopyTo(changed, at);
        return changed;
    }

    [Theory, InlineData("Members", false), InlineData("junk", true)]
    public void A_zip_without_a_file_is_refused_with_its_cure(string name, bool hasJunk)
    {
        var zip = new ZipBuilder();
        if (hasJunk) zip.Part(".DS_Store", name).Part("a/", "");
        var refusal = Refusal(zip.Bytes());
        Assert.Equal("no_table", refusal.Code);
        Assert.NotEmpty(refusal.Cure);
    }

    [Fact]
    public void Two_members_of_one_name_are_both_refused()
    {
        var members = Members(new ZipBuilder().Part("a.csv", "a").Again("../A.csv", "b").Bytes());
        Assert.Equal(2, members.Count);
        Assert.All(members, member => Assert.Equal("malformed", Assert.Throws<LedgerFormatException>(member.Open).Code));
    }

    [Fact]
    public void A_password_is_named_with_the_member()
    {
        var zip = new ZipBuilder().Part("a.csv", "a").Bytes();
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        var refusal = OpenRefusal(zip);
        Assert.Equal("encrypted", refusal.Code);
        Assert.Contains("a.csv", refusal.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_checksum_is_refused()
    {
        var zip = new ZipBuilder().Part("a.csv", "a").Bytes();
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 16] ^= 1;
        Assert.Equal("truncated", OpenRefusal(zip).Code);
    }

    [Theory, InlineData(1), InlineData(100), InlineData(1 << 20)]
    public void A_size_that_lies_is_refused(int claimed)
    {
        var zip = new ZipBuilder().Part("a.csv", "单位名称,问题隐患").Bytes();
        BitConverter.GetBytes(claimed).CopyTo(zip, zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 24);
        Assert.Contains(OpenRefusal(zip).Code, new[] { "malformed", "truncated" });
    }

    [Fact]
    public void A_bomb_is_refused_before_it_fills_the_memory()
    {
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = archive.CreateEntry("a.csv", CompressionLevel.SmallestSize).Open();
            stream.Write(new byte[64 << 20]);
        }

        Assert.Equal("too_large", OpenRefusal(bomb.ToArray()).Code);
        Assert.Equal("too_large", Refusal(new ZipBuilder().Part("a.csv", new byte[5000]).Part("b.csv", new byte[5000]).Bytes(), new ReadLimits { PartBytes = 9000 }).Code);
        Assert.Equal("too_large", OpenRefusal(new ZipBuilder().Part("a.csv", new byte[5000]).Bytes(), new ReadLimits { FileBytes = 4000 }).Code);
    }

    [Fact]
    public void Members_are_counted()
    {
        var zip = new ZipBuilder();
        for (var i = 0; i <= LedgerArchive.MostMembers; i++) zip.Again($"{i}.csv", "");
        Assert.Equal("too_large", Refusal(zip.Bytes()).Code);
    }

    [Fact]
    public void A_broken_zip_is_refused() => Assert.Equal("truncated", Refusal(new ZipBuilder().Part("a.csv", "a").Bytes()[..^10]).Code);

    [Fact]
    public void Opening_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var member = Assert.Single(LedgerArchive.Members(new MemoryStream(new ZipBuilder().Part("a.csv", "a").Bytes()), "a.zip", cancellationToken: source.Token));
        source.Cancel();
        Assert.Throws<OperationCanceledException>(member.Open);
    }
}
