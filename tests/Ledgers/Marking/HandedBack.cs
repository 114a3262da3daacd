using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SafetyAnalytics.Ledgers.Marking;
using SafetyAnalytics.Ledgers.Problems;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Tests.Building;
using SafetyAnalytics.Ledgers.Tests.Words;

namespace SafetyAnalytics.Ledgers.Tests.Marking;

/// <summary>A file, its reading, and the copy that goes back to its clerk.</summary>
internal sealed record HandedBack(string Name, LandedFile File, FileReading Reading, IReadOnlyList<LedgerProblem> Problems, string CopyName, byte[] Copy)
{
    public static ReasonWords Chinese { get; } = ReasonWords.From(SeedFiles.Rows("reasons"), CultureInfo.GetCultureInfo("zh-CN"));

    public static HandedBack Of(byte[] bytes, string name)
    {
        var file = Land(bytes, name);
        var reading = Read(file);
        var problems = LedgerProblems.Of(file, reading, Chinese);
        using var target = new MemoryStream();
        var copyName = HandBack.Write(new MemoryStream(bytes), name, problems, HandBackSummary.Of(file, reading), target);
        return new HandedBack(name, file, reading, problems, copyName, target.ToArray());
    }

    /// <summary>The copy handed back once more, under its own name.</summary>
    public HandedBack Again() => Of(Copy, CopyName);

    public static LandedFile Land(byte[] bytes, string name) =>
        new([name], [.. Taking.Sheets(bytes, name).Select(sheet => new LandedSheet(sheet.Number, sheet.Name, sheet.IsHidden, sheet.Heading, sheet.Merges, sheet.Rows))], new LandSettings());

    public static FileReading Read(LandedFile file) => new LedgerReading(SeedFiles.Lexicon).Read(file);

    /// <summary>What the reading of a file means, without the places that a first sheet moves.</summary>
    public static string Meaning(FileReading reading)
    {
        var text = new StringBuilder();
        var own = reading.Rows.Where(row => row.Reason is "hand_back_note").Select(row => row.SheetNumber).ToHashSet();
        foreach (var part in reading.Parts) text.AppendLine($"part {part.Number} {part.HeaderRow} {part.Month} {part.Submitter} {part.Reason} {part.IsZeroReport} {part.FilledOn}");
        foreach (var row in reading.Rows.Where(row => !own.Contains(row.SheetNumber))) text.AppendLine($"row {row.RowNumber} {row.PartNumber} {row.Kind} {row.Reason} {row.Fingerprint} {row.UnitName} {string.Join(',', row.Issues)}");
        foreach (var item in reading.Items) text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"item {item.RowNumber} {item.ItemNumber} {item.HazardText} {item.MeasuresText} {item.Status} {item.Due} {item.FoundOn} {item.RectifiedOn} {string.Join(',', item.Departments)} {item.Level}"));
        text.AppendLine(string.Join(',', reading.Warnings));
        return text.ToString();
    }

    public void MeansTheSame()
    {
        var copy = Land(Copy, CopyName);
        Assert.Equal(Meaning(Reading), Meaning(Read(copy)));
    }

    public static byte[]? Part(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        if (zip.GetEntry(name) is not { } entry) return null;
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string Text(byte[] package, string name) => Encoding.UTF8.GetString(Part(package, name) ?? throw new InvalidOperationException($"no part {name}"));

    public static XDocument Xml(byte[] package, string name) => XDocument.Parse(Text(package, name));

    public static IReadOnlyList<string> Names(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>What the format's validator says: one line each fault, without the place.</summary>
    public static IReadOnlyList<string> Faults(byte[] package, bool isWord)
    {
        using OpenXmlPackage document = isWord ? WordprocessingDocument.Open(new MemoryStream(package), false) : SpreadsheetDocument.Open(new MemoryStream(package), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }
}
