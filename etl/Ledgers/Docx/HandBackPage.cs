using SafetyAnalytics.Ledgers.Office;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>The first page of a file we handed back. Its content control tells it apart; where a program dropped that, its first and last lines do.</summary>
internal static class HandBackPage
{
    /// <summary>Of the content control.</summary>
    public const string Tag = "SafetyAnalytics.HandBack";

    /// <summary>
    /// The body's first words are the page's first line, outside a control of ours, and its last line follows in the body. Without the last line nothing may be left out: it
    /// could be the ledger.
    /// </summary>
    public static bool Opens(OfficePackage package, string part)
    {
        using var cursor = package.Open(part);
        var hasBegun = false;
        while (cursor.Read())
        {
            if (!cursor.IsElement) continue;
            if (cursor.Name == "tag" && !hasBegun && cursor.Attribute("val") == Tag) return false;
            if (cursor.Name == "tbl" && !hasBegun) return false;
            if (cursor.Name == "tbl") cursor.Skip();
            if (cursor.Name != "p") continue;
            var text = CellText.Squeeze(cursor.Text());
            if (text.Length == 0) continue;
            if (!hasBegun && !Begins(text, OwnSheets.NoteMark)) return false;
            if (hasBegun && IsEnd(text)) return true;
            hasBegun = true;
        }

        return false;
    }

    public static bool IsEnd(string text) => Begins(text, OwnSheets.NoteEnd);

    /// <summary>LibreOffice writes the words of a control it does not know several times over.</summary>
    public static bool Begins(string text, string line) => CellText.Squeeze(text).StartsWith(CellText.Squeeze(line), StringComparison.Ordinal);
}
