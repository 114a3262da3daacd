namespace SafetyAnalytics.Ledgers.Office;

/// <summary>Which document a zip holds: by its main part's root, found through the relationships, else the content types, else the customary name.</summary>
internal static class OfficeFormat
{
    private static readonly string[] CustomaryMainParts = ["xl/workbook.xml", "word/document.xml"];

    /// <summary>Parts by which other documents that are zips give themselves away.</summary>
    private static readonly (string Part, string Chinese, string English)[] Others =
    [
        ("xl/workbook.bin", "Excel 二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"),
        ("content.xml", "OpenDocument 文件（.ods/.odt）", "an OpenDocument file (.ods/.odt)"),
        ("mimetype", "OpenDocument 或 EPUB 文件", "an OpenDocument or EPUB file"),
        ("OFD.xml", "OFD 版式文件", "an OFD document"),
        ("Index/Document.iwa", "Apple Numbers/Pages 文件", "an Apple Numbers or Pages file"),
        ("Index.zip", "Apple Numbers/Pages 文件", "an Apple Numbers or Pages file"),
        ("META-INF/MANIFEST.MF", "程序包（.jar）", "a program (.jar)"),
        ("[Content_Types].xml", "另一种 Office 文件，或缺少正文的文件", "another Office file, or one without its main part"),
    ];

    /// <summary>A workbook, a text document, or a zip that is no document at all.</summary>
    /// <exception cref="LedgerFormatException">The zip is broken, or another document.</exception>
    public static LedgerFormat Recognise(LedgerInput input)
    {
        using var package = OfficePackage.Open(input);
        if (MainPart(package) is not { } main)
        {
            RefuseOthers(input, package);
            return LedgerFormat.Zip;
        }

        using var cursor = package.Open(main);
        cursor.ToRoot();

        return cursor.Name switch
        {
            "workbook" => LedgerFormat.Xlsx,
            "document" => LedgerFormat.Docx,
            "presentation" => throw Faults.NotALedger(input, "演示文稿（PowerPoint）", "a presentation (PowerPoint)"),
            _ => throw Faults.NotALedger(input, $"另一种 Office 文件（<{cursor.Name}>）", $"another Office file (<{cursor.Name}>)"),
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

    private static void RefuseOthers(LedgerInput input, OfficePackage package)
    {
        foreach (var (part, chinese, english) in Others)
        {
            if (package.Has(part)) throw Faults.NotALedger(input, chinese, english);
        }
    }
}
