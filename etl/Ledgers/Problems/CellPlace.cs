using System.Globalization;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>Names a cell as the program does in which its file is opened.</summary>
internal static class CellPlace
{
    private static readonly string[] WordEndings = [".docx", ".docm", ".dotx", ".dotm", ".doc", ".wps"];

    public static string? Of(LandedFile file, LandedSheet sheet, int? row, int? column, string? columnName)
    {
        if (row is not { } number) return null;
        if (IsText(file, sheet)) return string.Create(CultureInfo.InvariantCulture, $"第{number}条{(columnName is null ? column is { } field ? $" 第{field + 1}列" : "" : " " + columnName)}");
        if (IsWord(file, sheet)) return string.Create(CultureInfo.InvariantCulture, $"{sheet.Name} 第{number}{(sheet.Name == "正文" ? "段" : "行")}{(column is { } at ? $"第{at + 1}列" : "")}");
        return column is { } letter ? Reference(number, letter) : string.Create(CultureInfo.InvariantCulture, $"第{number}行");
    }

    /// <summary>C5; AA10.</summary>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 0.</param>
    public static string Reference(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    /// <summary>A, …, Z, AA, …</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>A csv's only table carries its file's name.</summary>
    private static bool IsText(LandedFile file, LandedSheet sheet) =>
        file.FileNames.Any(name => name[(name.LastIndexOfAny(['/', '\\']) + 1)..] == sheet.Name);

    private static bool IsWord(LandedFile file, LandedSheet sheet) =>
        (sheet.Name == "正文" || PartSettling.IsWordTable(sheet.Name)) && file.FileNames.Any(name => WordEndings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));
}
