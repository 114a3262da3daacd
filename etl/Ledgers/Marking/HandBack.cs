using SafetyAnalytics.Ledgers.Problems;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>Gives a clerk their own file back, with every problem marked where it stands.</summary>
public static class HandBack
{
    /// <summary>
    /// Writes the marked copy. A workbook or Word file stays the same file: problem cells get a fill and a comment, a first sheet or page sums up, everything else is
    /// untouched. A format without room for comments (csv, xls, html), and a file whose xml cannot be edited safely, comes back as a fresh .xlsx of its cells.
    /// A copy written earlier is marked anew: old marks of ours go, they do not stack.
    /// </summary>
    /// <param name="source">Readable and seekable; left open.</param>
    /// <param name="fileName">The file's name; a folder before it is cut off.</param>
    /// <param name="problems">Of that file, by <see cref="LedgerProblems.Of"/>.</param>
    /// <param name="target">Writable; left open.</param>
    /// <returns>The name of the copy: the file's own, its extension <c>.xlsx</c> where it became one.</returns>
    /// <exception cref="LedgerFormatException">The file cannot be read at all.</exception>
    public static string Write(Stream source, string fileName, IReadOnlyList<LedgerProblem> problems, HandBackSummary summary, Stream target) =>
        throw new NotSupportedException("Marking comes with the next commit.");
}
