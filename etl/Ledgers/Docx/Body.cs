using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>The document's body: paragraphs and tables, through the wrappers that stand around them.</summary>
internal sealed class Body
{
    private readonly XmlCursor cursor;
    private readonly Paragraphs paragraphs;
    private readonly Tables tables;
    private readonly TextBlock loose = new();
    private bool isInNote;

    /// <param name="hasNote">The document opens with a page of ours, which is not read.</param>
    public Body(LedgerInput input, XmlCursor cursor, Lists lists, bool hasNote)
    {
        this.cursor = cursor;
        isInNote = hasNote;
        var budget = new TextBudget(input);
        paragraphs = new Paragraphs(input, cursor, lists, budget);
        tables = new Tables(input, cursor, paragraphs, budget);
    }

    /// <summary>Texts of the body's paragraphs since the latest table, empty ones left out.</summary>
    public List<string> Paragraphs => [.. loose.Paragraphs.Where(text => !string.IsNullOrWhiteSpace(text))];

    /// <summary>Tables by number: each table of the body, then those nested in it.</summary>
    public IEnumerable<Table> Tables()
    {
        cursor.ToRoot();
        while (cursor.NextChild(0))
        {
            if (cursor.Name != "body") continue;
            foreach (var table in Within(1)) yield return table;
        }

        cursor.Finish();
    }

    private IEnumerable<Table> Within(int depth)
    {
        var isOurs = false;
        while (cursor.NextChild(depth))
        {
            switch (cursor.Name)
            {
                case "p" when isInNote:
                    isInNote = !HandBackPage.IsEnd(cursor.Text());
                    break;
                case "tbl" when isInNote:
                case "sdtContent" when isOurs:
                    cursor.Skip();
                    break;
                case "p":
                    paragraphs.Read(loose);
                    break;
                case "tbl":
                    foreach (var table in tables.Read(Heading)) yield return table;
                    break;
                case "sdt":
                    using (paragraphs.Control())
                    {
                        foreach (var table in Within(cursor.Depth)) yield return table;
                    }

                    break;
                case "sdtPr":
                    isOurs = paragraphs.ReadControl();
                    break;
                case "Choice" or "AlternateContent" or "sdtContent" or "customXml" or "ins" or "moveTo":
                    foreach (var table in Within(cursor.Depth)) yield return table;
                    break;
            }
        }
    }

    /// <summary>Takes the lines gathered so far.</summary>
    private List<string> Heading()
    {
        var lines = Paragraphs.SelectMany(text => text.Split('\n')).Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        loose.Clear();
        return lines;
    }
}
