namespace SafetyAnalytics.Ledgers.Biff;

/// <summary>Which document an OLE2 file holds: by the streams at its top, whatever its extension (.xls, .et, .doc, .wps, .ppt, …).</summary>
internal static class OldOfficeFormat
{
    /// <summary>A workbook of 65,536 rows and twenty columns takes some 30 MiB. It is read in memory, so more is refused.</summary>
    private const long MostBytes = 96L << 20;

    private static readonly (string Stream, string Chinese, string English)[] Others =
    [
        ("WordDocument", ".doc/.wps 文档", ".doc/.wps document"),
        ("PowerPoint Document", ".ppt/.dps 演示文稿", ".ppt/.dps presentation"),
        ("VisioDocument", "Visio 图", "Visio drawing"),
        ("__properties_version1.0", "Outlook 邮件（.msg）", "Outlook mail (.msg)"),
    ];

    /// <exception cref="LedgerFormatException"><c>encrypted</c>, <c>binary_office</c>: no workbook; <c>malformed, truncated</c>: a workbook's file that is damaged.</exception>
    public static LedgerFormat Recognise(LedgerInput input)
    {
        var file = Open(input);
        if (file.Find("EncryptedPackage") is not null) throw Faults.Encrypted(input);
        if (Workbook(file) is not null) return LedgerFormat.Xls;
        foreach (var (stream, chinese, english) in Others)
        {
            if (file.Find(stream) is not null) throw Faults.BinaryOffice(input, chinese, english);
        }

        throw Faults.BinaryOffice(input, "OLE2", "OLE2");
    }

    /// <summary>The workbook's records; those of BIFF8 when the file holds two copies.</summary>
    public static byte[] Records(LedgerInput input)
    {
        if (input.Stream.Length > MostBytes) throw Faults.TooLarge(input, ".xls 文件字节数", "bytes of an .xls file", MostBytes);
        if (FileSignature.IsOle2(input.Start(8)))
        {
            var file = Open(input);
            return file.Read(Workbook(file)!);
        }

        return input.Start((int)MostBytes);
    }

    private static CompoundEntry? Workbook(CompoundFile file) => file.Find("Workbook") ?? file.Find("Book");

    /// <summary>A file whose directory is broken may still show what it was.</summary>
    private static CompoundFile Open(LedgerInput input)
    {
        try
        {
            return new CompoundFile(input);
        }
        catch (LedgerFormatException damage)
        {
            throw FileSignature.RefuseOle2(input, damage);
        }
    }
}
