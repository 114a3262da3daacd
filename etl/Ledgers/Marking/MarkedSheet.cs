using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Problems;
using SafetyAnalytics.Ledgers.Xlsx;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>One worksheet's xml, copied node by node; only marked rows are taken apart, so that a sheet of any length costs little memory.</summary>
/// <param name="marks">Of this sheet.</param>
/// <param name="unstored">Rows to be marked that the sheet shows but does not store: those of a picture only.</param>
internal sealed class MarkedSheet(MarkedStyles styles, IReadOnlyList<CellMark> marks, IEnumerable<int> unstored, string officeNamespace)
{
    /// <summary>What the format puts behind <c>legacyDrawing</c>.</summary>
    private static readonly string[] BehindNotes = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"];

    private readonly ILookup<int, CellMark> _byRow = marks.ToLookup(mark => mark.Row);
    private readonly List<(int First, int Last, int Style)> _columnStyles = [];
    private bool _hasSheetData;
    private readonly Queue<int> _unstored = new(unstored.Order());

    /// <summary>The marks with the cells they were put on.</summary>
    public List<(int Row, int Column, string Text)> Placed { get; } = [];

    /// <param name="notesId">Relationship of the drawing with the notes, where the sheet has none yet; null when it needs none.</param>
    /// <exception cref="NotEditableException">The part is no worksheet.</exception>
    public byte[] Write(Stream sheet, string? notesId)
    {
        using var bytes = new MemoryStream();
        using (var reader = XmlReader.Create(sheet, PackageParts.ReaderSettings))
        using (var writer = XmlWriter.Create(bytes, PackageParts.WriterSettings))
        {
            reader.MoveToContent();
            if (reader.LocalName != "worksheet") throw new NotEditableException("the part is no worksheet");
            var main = reader.NamespaceURI;
            Open(reader, writer);
            var isNoted = notesId is null;
            while (reader.NodeType != XmlNodeType.EndElement)
            {
                if (!isNoted && _hasSheetData && reader.NodeType == XmlNodeType.Element && BehindNotes.Contains(reader.LocalName))
                {
                    Note(writer, main, notesId!);
                    isNoted = true;
                }

                Child(reader, writer);
            }

            if (!isNoted) Note(writer, main, notesId!);
            writer.WriteEndElement();
        }

        return bytes.ToArray();
    }

    /// <summary>The numbers of the rows a sheet stores.</summary>
    public static HashSet<int> StoredRows(Stream sheet)
    {
        var rows = new HashSet<int>();
        var number = 0;
        using var reader = XmlReader.Create(sheet, PackageParts.ReaderSettings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row") continue;
            number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : number + 1;
            rows.Add(number);
        }

        return rows;
    }

    /// <summary>Copies an opening tag and goes into it.</summary>
    private static void Open(XmlReader reader, XmlWriter writer)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: true);
        if (reader.IsEmptyElement) throw new NotEditableException("the element is empty");
        reader.Read();
    }

    private void Note(XmlWriter writer, string main, string id)
    {
        writer.WriteStartElement("legacyDrawing", main);
        writer.WriteAttributeString("id", officeNamespace, id);
        writer.WriteEndElement();
    }

    private void Child(XmlReader reader, XmlWriter writer)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            writer.WriteNode(reader, defattr: true);
        }
        else if (reader.LocalName == "sheetData")
        {
            _hasSheetData = true;
            Rows(reader, writer);
        }
        else if (reader.LocalName is "sheetViews" or "cols")
        {
            var element = (XElement)XNode.ReadFrom(reader);
            if (element.Name.LocalName == "cols") ReadColumnStyles(element);
            else Unselect(element);
            element.WriteTo(writer);
        }
        else
        {
            writer.WriteNode(reader, defattr: true);
        }
    }

    /// <summary>Two selected sheets would be edited together.</summary>
    public static void Unselect(XElement views)
    {
        foreach (var view in views.Elements()) view.SetAttributeValue("tabSelected", null);
    }

    private void ReadColumnStyles(XElement columns)
    {
        foreach (var column in columns.Elements())
            if (Number(column, "style") is { } style && Number(column, "min") is { } first && Number(column, "max") is { } last) _columnStyles.Add((first, last, style));
    }

    private void Rows(XmlReader reader, XmlWriter writer)
    {
        var main = reader.NamespaceURI;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, main);
        writer.WriteAttributes(reader, defattr: true);
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        var number = 0;
        while (!isEmpty && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
            {
                writer.WriteNode(reader, defattr: true);
                continue;
            }

            number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : number + 1;
            WriteUnstored(writer, main, number);
            if (!_byRow.Contains(number) && styles.Plain.Count == 0)
            {
                writer.WriteNode(reader, defattr: true);
                continue;
            }

            var row = (XElement)XNode.ReadFrom(reader);
            Mark(row, number);
            row.WriteTo(writer);
        }

        WriteUnstored(writer, main, int.MaxValue);
        writer.WriteEndElement();
        if (!isEmpty) reader.Read();
    }

    private void WriteUnstored(XmlWriter writer, XNamespace main, int before)
    {
        while (_unstored.TryPeek(out var number) && number < before)
        {
            var row = new XElement(main + "row", new XAttribute("r", _unstored.Dequeue()));
            Mark(row, number);
            row.WriteTo(writer);
        }
    }

    private void Mark(XElement row, int number)
    {
        var cells = Cells(row);
        foreach (var cell in cells.Values)
            if (Number(cell, "s") is { } style && styles.Plain.TryGetValue(style, out var plain)) cell.SetAttributeValue("s", plain);
        foreach (var place in _byRow[number].SelectMany(mark => Columns(mark, cells).Select(column => (column, mark))).GroupBy(place => place.column, place => place.mark).ToList())
        {
            if (!cells.TryGetValue(place.Key, out var cell)) cells[place.Key] = cell = Insert(row, cells, number, place.Key);
            var color = place.Any(mark => mark.Waits) ? CellMark.WaitingColor : CellMark.DoubtColor;
            cell.SetAttributeValue("s", styles.Marked(Number(cell, "s") ?? 0, color));
            Placed.Add((number, place.Key, string.Join('\n', place.Select(mark => mark.Text))));
        }
    }

    private static IEnumerable<int> Columns(CellMark mark, SortedDictionary<int, XElement> cells)
    {
        if (mark.Column is { } column) return [column];
        if (mark.SeeksFormula && cells.Where(cell => IsUncalculated(cell.Value)).Select(cell => cell.Key).ToList() is { Count: > 0 } formulas) return formulas;
        return [cells.Where(cell => cell.Value.HasElements).Select(cell => cell.Key).FirstOrDefault(0)];
    }

    private static bool IsUncalculated(XElement cell) =>
        cell.Elements().Any(child => child.Name.LocalName == "f") && !cell.Elements().Any(child => child.Name.LocalName == "v");

    /// <summary>The row's cells by column; those that do not say where they stand are told.</summary>
    private static SortedDictionary<int, XElement> Cells(XElement row)
    {
        var cells = new SortedDictionary<int, XElement>();
        var column = -1;
        foreach (var cell in row.Elements().Where(child => child.Name.LocalName == "c"))
        {
            column = CellReference.TryParse((string?)cell.Attribute("r"), out _, out var stated) ? stated : column + 1;
            cells[column] = cell;
        }

        return cells;
    }

    /// <summary>A blank cell where none is stored, in the style it is shown in.</summary>
    private XElement Insert(XElement row, SortedDictionary<int, XElement> cells, int number, int column)
    {
        foreach (var (at, stored) in cells) stored.SetAttributeValue("r", CellPlace.Reference(number, at));
        row.SetAttributeValue("r", number);
        var cell = new XElement(row.Name.Namespace + "c", new XAttribute("r", CellPlace.Reference(number, column)));
        if (ShownStyle(row, column) is { } style) cell.SetAttributeValue("s", style);
        var before = cells.LastOrDefault(other => other.Key < column).Value;
        if (before is null) row.AddFirst(cell);
        else before.AddAfterSelf(cell);
        return cell;
    }

    private int? ShownStyle(XElement row, int column)
    {
        if ((string?)row.Attribute("customFormat") is "1" or "true" && Number(row, "s") is { } style) return style;
        foreach (var (first, last, shown) in _columnStyles)
            if (column + 1 >= first && column + 1 <= last) return shown;
        return null;
    }

    private static int? Number(XElement element, string attribute) =>
        int.TryParse((string?)element.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
