using System.Xml;
using SafetyAnalytics.Ledgers.Problems;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>Gives a clerk their own file back, with every problem marked where it stands.</summary>
public static class HandBack
{
    /// <summary>
    /// Writes the marked copy. A workbook or Word file stays the same file: problem cells get a fill and a comment, a first sheet or page sums up, everything else is
    /// untouched. A format without room for comments (csv, xls, html), and a file whose xml cannot be edited safely, comes back as a fresh .xlsx of its cells.
    /// A copy written earlier is marked anew: old marks of ours go, they do not stack. The same file and problems give the same bytes.
    /// </summary>
    /// <param name="source">Readable and seekable; left open.</param>
    /// <param name="fileName">The file's name; a folder before it is cut off.</param>
    /// <param name="problems">Of that file, by <see cref="LedgerProblems.Of"/>.</param>
    /// <param name="target">Writable; left open. Gets nothing before the copy is whole.</param>
    /// <returns>The name of the copy: the file's own, its extension <c>.xlsx</c> where it became a fresh copy.</returns>
    /// <exception cref="ArgumentException">The source cannot be read or sought.</exception>
    /// <exception cref="LedgerFormatException">The file cannot be read at all.</exception>
    public static string Write(Stream source, string fileName, IReadOnlyList<LedgerProblem> problems, HandBackSummary summary, Stream target)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(target);
        var input = LedgerInput.Of(source, fileName, null, CancellationToken.None);
        var format = LedgerReader.Detect(source, fileName);
        var sheets = Landed(input);
        var lines = new NoteLines(input.FileName, IsCopy: false, problems, summary, sheets.ToDictionary(sheet => sheet.Number, sheet => new SheetCells(sheet)));
        if (InPlace(format, input, sheets, lines) is { } marked)
        {
            target.Write(marked);
            return input.FileName;
        }

        target.Write(Fresh(sheets, lines));
        return Path.GetFileNameWithoutExtension(input.FileName) + ".xlsx";
    }

    private static List<LandedSheet> Landed(LedgerInput input)
    {
        var sheets = new List<LandedSheet>();
        foreach (var sheet in LedgerReader.Read(input.Stream, input.FileName))
        {
            LedgerRow[] rows = [.. sheet.Rows];
            sheets.Add(new LandedSheet(sheet.Number, sheet.Name, sheet.IsHidden, sheet.Heading, [.. sheet.Merges], rows));
        }

        return sheets;
    }

    /// <summary>Null where the format has no room for comments, or the file's xml is not such that it can be edited safely.</summary>
    private static byte[]? InPlace(LedgerFormat format, LedgerInput input, List<LandedSheet> sheets, NoteLines lines)
    {
        if (format is not (LedgerFormat.Xlsx or LedgerFormat.Docx)) return null;
        try
        {
            using var marked = new MemoryStream();
            if (format == LedgerFormat.Xlsx) MarkedWorkbook.Write(input, sheets, lines, marked);
            else MarkedDocument.Write(input, lines, marked);
            return marked.ToArray();
        }
        catch (Exception fault) when (fault is NotEditableException or LedgerFormatException or XmlException or InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Fresh(List<LandedSheet> sheets, NoteLines lines)
    {
        var kept = sheets.Where(sheet => OwnSheets.ReasonOf(sheet) is null).ToList();
        var renamed = FreshCopy.Renamed(kept, lines.FileName, out var shifts);
        var numbers = kept.Select((sheet, i) => (sheet.Number, New: i + 1)).ToDictionary(pair => pair.Number, pair => pair.New);
        using var fresh = new MemoryStream(FreshCopy.Write(renamed));
        var moved = lines with
        {
            IsCopy = true,
            Problems = [.. lines.Problems.Where(problem => numbers.ContainsKey(problem.SheetNumber)).Select(problem => Moved(problem, numbers[problem.SheetNumber], shifts[problem.SheetNumber]))],
            Texts = renamed.ToDictionary(sheet => sheet.Number, sheet => new SheetCells(sheet)),
        };
        using var marked = new MemoryStream();
        MarkedWorkbook.Write(LedgerInput.Of(fresh, lines.FileName, null, CancellationToken.None), renamed, moved, marked);
        return marked.ToArray();
    }

    /// <summary>The problem where its cell stands in the copy.</summary>
    private static LedgerProblem Moved(LedgerProblem problem, int sheet, int down)
    {
        var row = problem.RowNumber + down;
        return problem with { SheetNumber = sheet, RowNumber = row, Cell = row is { } number && problem.Column is { } column ? CellPlace.Reference(number, column) : problem.Cell };
    }
}
