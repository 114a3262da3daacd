using System.Globalization;
using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Office;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Ledgers.Xlsx;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>A workbook with its problem cells marked and a first sheet that sums up; formulas, macros, pictures, names and the rest stay as they are.</summary>
internal sealed class MarkedWorkbook
{
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private const string StylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly PackageParts _parts;
    private readonly string _part;
    private readonly IReadOnlyList<WorkbookSheet> _sheets;
    private readonly XDocument _book;
    private readonly XNamespace _main;
    private readonly string _office;
    private readonly PartLinks _links;
    private readonly MarkedStyles _styles;
    private readonly string _stylesPart;

    private MarkedWorkbook(LedgerInput input, PackageParts parts)
    {
        _parts = parts;
        using (var package = OfficePackage.Open(input))
        {
            _part = OfficeFormat.MainPart(package)!;
            _sheets = Workbook.Read(input, package).Sheets;
        }

        _book = parts.Xml(_part);
        _main = _book.Root!.Name.Namespace;
        _office = _main.NamespaceName switch
        {
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main" => Transitional,
            "http://purl.oclc.org/ooxml/spreadsheetml/main" => Strict,
            _ => throw new NotEditableException("the workbook has a namespace of its own"),
        };
        _links = parts.LinksOf(_part);
        (_stylesPart, _styles) = Styles();
    }

    /// <exception cref="NotEditableException">The workbook cannot be edited in place.</exception>
    public static void Write(LedgerInput input, IReadOnlyList<LandedSheet> sheets, NoteLines lines, Stream target)
    {
        using var parts = new PackageParts(input);
        new MarkedWorkbook(input, parts).Write(sheets, lines, target);
    }

    private void Write(IReadOnlyList<LandedSheet> sheets, NoteLines lines, Stream target)
    {
        var chosen = CellMark.Chosen(lines.Problems).ToLookup(problem => problem.SheetNumber);
        foreach (var sheet in sheets.Where(sheet => OwnSheets.ReasonOf(sheet) != ReasonCodes.HandBackNote)) Mark(sheet, CellMark.Of(chosen[sheet.Number]));
        foreach (var sheet in sheets.Where(sheet => OwnSheets.ReasonOf(sheet) == ReasonCodes.HandBackNote)) RemoveSheet(_sheets[sheet.Number - 1]);
        UnselectOtherTabs();
        var names = _sheets.Select((sheet, i) => (Number: i + 1, sheet.Name)).ToDictionary(sheet => sheet.Number, sheet => sheet.Name);
        InsertFirst(NoteSheet.Write(lines, _styles, _main, names));
        _parts.Set(_stylesPart, _styles.Xml);
        _parts.Set(_part, _book);
        _parts.Save(target);
    }

    private (string Part, MarkedStyles Styles) Styles()
    {
        if (_links.Find("styles")?.Part is { } part) return (part, new MarkedStyles(_parts.Xml(part)));
        part = _parts.FreeName("xl/styles", ".xml");
        _parts.StateType(part, StylesType);
        _links.Add(_office + "/styles", part);
        return (part, new MarkedStyles(new XDocument(new XElement(_main + "styleSheet"))));
    }

    private void Mark(LandedSheet sheet, IReadOnlyList<CellMark> marks)
    {
        var part = _sheets[sheet.Number - 1].Part;
        var notes = new SheetNotes(_parts, part, _main, _office);
        var hadNotes = notes.Clear();
        if (marks.Count == 0 && !hadNotes && _styles.Plain.Count == 0) return;
        var marked = new MarkedSheet(_styles, marks, Unstored(sheet, part, marks), _office);
        var drawing = marks.Count > 0 ? notes.EnsureDrawing() : null;
        using (var stream = _parts.Open(part)) _parts.Set(part, marked.Write(stream, drawing));
        notes.Add(marked.Placed);
        notes.Save();
        if (notes.ThreadsPart is { } threads) ThreadReplies.Write(_parts, _links, threads, marked.Placed);
    }

    /// <summary>Rows without cells may be told only by a picture's anchor.</summary>
    private IEnumerable<int> Unstored(LandedSheet sheet, string part, IReadOnlyList<CellMark> marks)
    {
        var blank = sheet.Rows.Where(row => row.Cells.Length == 0).Select(row => row.Number).ToHashSet();
        var wanted = marks.Select(mark => mark.Row).Where(blank.Contains).ToHashSet();
        if (wanted.Count == 0) return [];
        using var stream = _parts.Open(part);
        wanted.ExceptWith(MarkedSheet.StoredRows(stream));
        return wanted;
    }

    /// <summary>The tab that was open is no longer the open one; a sheet that was not selected is not touched.</summary>
    private void UnselectOtherTabs()
    {
        foreach (var part in _links.All.Where(link => link.Kind is "worksheet" or "chartsheet" or "dialogsheet" && _parts.Has(link.Part)).Select(link => link.Part).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
        {
            var head = Head(part);
            if (!head.Contains("tabSelected", StringComparison.Ordinal)) continue;
            if (_sheets.Any(sheet => sheet.Part.Equals(part, StringComparison.OrdinalIgnoreCase)))
            {
                var copy = new MarkedSheet(_styles, [], [], _office);
                using var stream = _parts.Open(part);
                _parts.Set(part, copy.Write(stream, null));
            }
            else
            {
                var chart = _parts.Xml(part);
                foreach (var views in chart.Root!.Elements().Where(child => child.Name.LocalName == "sheetViews")) MarkedSheet.Unselect(views);
                _parts.Set(part, chart);
            }
        }
    }

    /// <summary>What stands before a sheet's rows is short.</summary>
    private string Head(string part)
    {
        var start = new char[1 << 14];
        using var reader = new StreamReader(_parts.Open(part));
        return new string(start, 0, reader.ReadBlock(start));
    }

    private XElement List => _book.Root!.Element(_main + "sheets") ?? throw new NotEditableException("the workbook lists no sheets");

    private void RemoveSheet(WorkbookSheet sheet)
    {
        var link = _links.All.FirstOrDefault(link => link.Part.Equals(sheet.Part, StringComparison.OrdinalIgnoreCase));
        var entry = List.Elements().FirstOrDefault(entry => link is not null && IdOf(entry) == link.Id);
        if (entry is null) throw new NotEditableException("the earlier summary cannot be told apart");
        var index = List.Elements(_main + "sheet").ToList().IndexOf(entry);
        entry.Remove();
        _links.Remove(link!.Id);
        _parts.Remove(sheet.Part);
        ShiftNames(name => name == index ? null : name > index ? name - 1 : name);
    }

    private void InsertFirst(XDocument sheet)
    {
        var part = _parts.FreeName("xl/worksheets/sheet", ".xml");
        _parts.Set(part, sheet);
        _parts.StateType(part, SheetType);
        var id = _links.Add(_office + "/worksheet", part);
        var ids = List.Elements(_main + "sheet").Select(entry => (uint?)entry.Attribute("sheetId") ?? 0).DefaultIfEmpty(0u);
        List.AddFirst(new XElement(_main + "sheet", new XAttribute("name", FreeSheetName()), new XAttribute("sheetId", ids.Max() + 1), new XAttribute(XName.Get("id", _office), id)));
        ShiftNames(name => name + 1);
        foreach (var view in _book.Root!.Elements(_main + "bookViews").Elements(_main + "workbookView"))
        {
            view.SetAttributeValue("activeTab", null);
            view.SetAttributeValue("firstSheet", null);
        }
    }

    private string FreeSheetName()
    {
        var used = List.Elements(_main + "sheet").Select(entry => (string?)entry.Attribute("name")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = OwnSheets.NoteName;
        for (var number = 2; used.Contains(name); number++) name = string.Create(CultureInfo.InvariantCulture, $"{OwnSheets.NoteName} ({number})");
        return name;
    }

    private static string? IdOf(XElement entry) => entry.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value;

    /// <summary>Names of one sheet (its print area, titles, filter) count sheets by position.</summary>
    private void ShiftNames(Func<int, int?> shift)
    {
        foreach (var name in _book.Root!.Elements(_main + "definedNames").Elements(_main + "definedName").ToList())
        {
            if (!int.TryParse((string?)name.Attribute("localSheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) continue;
            if (shift(index) is { } moved) name.SetAttributeValue("localSheetId", moved);
            else name.Remove();
        }
    }
}
