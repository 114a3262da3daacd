namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// The comment lines a .sql file opens with. A line <c>-- word: text</c> is a field, the first other line is the grain or meaning,
/// the rest are notes on use.
/// </summary>
public sealed record SqlHeader(string Opening, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Notes)
{
    public string? this[string field] => Fields.GetValueOrDefault(field);

    public string Required(string field, string path) =>
        this[field] ?? throw new InvalidOperationException($"{path}: the header lacks the line '-- {field}: …'.");

    public static SqlHeader Of(string sql, params string[] fieldNames)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var notes = new List<string>();
        foreach (var line in sql.Split('\n').TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)))
        {
            var text = line[2..].Trim();
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && fieldNames.Contains(text[..colon], StringComparer.Ordinal)) fields[text[..colon]] = text[(colon + 1)..].Trim();
            else notes.Add(text);
        }

        return new SqlHeader(notes.FirstOrDefault(""), fields, [.. notes.Skip(1)]);
    }
}
