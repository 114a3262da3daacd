namespace SafetyAnalytics.Ledgers.Office;

/// <summary>Which document a zip holds: by its main part's root, found through the relationships, else the content types, else the customary name.</summary>
internal static class OfficeFormat
{
    private static readonly string[] CustomaryMainParts = ["xl/workbook.xml", "word/document.xml"];

    /// <exception cref="LedgerFormatException">The zip is broken or holds neither a workbook nor a text document.</exception>
    public static LedgerFormat Recognise(LedgerInput input)
    {
        using var package = OfficePackage.Open(input);
        var main = MainPart(package) ?? throw Refuse(input, package);
        using var cursor = package.Open(main);
        cursor.ToRoot();

        return cursor.Name switch
        {
            "workbook" => LedgerFormat.Xlsx,
            "document" => LedgerFormat.Docx,
            "presentation" => throw Faults.NotALedger(input, "演示文稿（PowerPoint）", "a presentation (PowerPoint)"),
            _ => throw Refuse(input, package),
        };
    }

    /// <summary>Null when there is none that is xml.</summary>
    public static string? MainPart(OfficePackage package)
    {
        var stated = package.RelationshipsOf("").Where(relationship => relationship.Kind == "officeDocument").Select(relationship => relationship.Part)
            .Concat(StatedByContentType(package))
            .Concat(CustomaryMainParts);
        return stated.FirstOrDefault(part => package.Has(part) && !part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase));
    }

    private static List<string> StatedByContentType(OfficePackage package)
    {
        const string ContentTypes = "[Content_Types].xml";
        var found = new List<string>();
        if (!package.Has(ContentTypes)) return found;
        using var cursor = package.Open(ContentTypes);
        while (cursor.Read())
        {
            if (cursor.IsElement && cursor.Name == "Override" && cursor.Attribute("ContentType") is { } type && type.EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase))
            {
                found.Add((cursor.Attribute("PartName") ?? "").TrimStart('/'));
            }
        }

        return found;
    }

    private static LedgerFormatException Refuse(LedgerInput input, OfficePackage package)
    {
        if (package.Has("xl/workbook.bin")) return Faults.NotALedger(input, "Excel 二进制工作簿（.xlsb）", "a binary workbook (.xlsb)");
        if (package.Has("mimetype") && package.Has("content.xml")) return Faults.NotALedger(input, "OpenDocument 文件（.ods/.odt）", "an OpenDocument file (.ods/.odt)");
        return Faults.NotALedger(input, "压缩包（请解压后逐个报送）", "a zip archive (unpack it and send its files)");
    }
}
