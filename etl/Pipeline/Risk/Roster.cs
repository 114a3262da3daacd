using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>One place of the roster; persons are numbered, their names stay in the seed.</summary>
public sealed record RosterUnit(string Name, string? Address, string? Community, bool IsListed, IReadOnlyList<int> Keepers);

/// <summary>The seed <c>units.csv</c>: all places there are, visited or not, and who is answerable for the listed ones. Absent or empty, there is no roster.</summary>
public static class Roster
{
    private static readonly string[] s_persons = ["administrative_person", "supervising_person"];

    public static IReadOnlyList<RosterUnit> Of(Seeds seeds)
    {
        if (!seeds.Has("units")) return [];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. seeds["units"].Records.Where(row => Text(row, "unit_name") is not null).Select(row => new RosterUnit(
                Text(row, "unit_name")!,
                Text(row, "unit_address"),
                Text(row, "community"),
                Text(row, "is_listed") is "yes" or "true" or "是" or "1",
                [.. s_persons.Select(person => Text(row, person)).OfType<string>().Select(Number)])),
        ];

        int Number(string name)
        {
            if (!numbers.TryGetValue(name, out var number)) numbers[name] = number = numbers.Count + 1;
            return number;
        }
    }

    /// <summary>Name and address as they are compared: without spaces and in one width.</summary>
    public static string Key(string name, string? address) => Plain(name) + "|" + Plain(address ?? "");

    public static string Plain(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));

    private static string? Text(IReadOnlyDictionary<string, string> row, string column) => row.TryGetValue(column, out var text) && text.Trim().Length > 0 ? text.Trim() : null;
}
