using System.Globalization;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>The rows of a sheet in which a picture begins.</summary>
internal static class PictureRows
{
    /// <summary>Row numbers from 1, ascending. Shapes and charts are not pictures; a drawing the file lacks has none.</summary>
    public static SortedSet<int> Of(OfficePackage package, string sheetPart)
    {
        var rows = new SortedSet<int>();
        foreach (var drawing in package.RelationshipsOf(sheetPart))
        {
            if (drawing.Kind == "drawing" && package.Has(drawing.Part)) Add(package, drawing.Part, rows);
        }

        return rows;
    }

    private static void Add(OfficePackage package, string part, SortedSet<int> rows)
    {
        using var cursor = package.Open(part);
        var row = 0;
        var isOpen = false;
        while (cursor.Read())
        {
            if (!cursor.IsElement) continue;
            switch (cursor.Name)
            {
                case "twoCellAnchor" or "oneCellAnchor" or "absoluteAnchor":
                    row = 0;
                    isOpen = false;
                    break;
                case "from":
                    isOpen = true;
                    break;
                case "row" when isOpen:
                    row = int.TryParse(cursor.TextSpan(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < CellReference.MostRows ? index + 1 : 0;
                    isOpen = false;
                    break;
                case "pic" when row > 0:
                    rows.Add(row);
                    break;
            }
        }
    }
}
