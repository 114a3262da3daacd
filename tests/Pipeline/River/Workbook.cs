using System.IO.Compression;
using System.Security;
using System.Text;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>The smallest workbook, and the smallest archive, with the same bytes each time.</summary>
public static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>One sheet of inline texts from the lines and commas of a csv without quotes.</summary>
    public static byte[] Of(string csv) => Zip(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sheet.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="sheet.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/sheet.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(csv.TrimEnd('\n').Split('\n').Select(Row))}</sheetData></worksheet>"));

    public static byte[] Zip(params (string Name, string Text)[] parts) => Zip([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))]);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2022, 7, 1, 9, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string Row(string line, int index) =>
        $"<row r=\"{index + 1}\">{string.Concat(line.Split(',').Select((cell, i) => $"<c r=\"{(char)('A' + i)}{index + 1}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>"))}</row>";
}
