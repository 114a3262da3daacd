using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Templates;

/// <summary>What the drop-down lists of a template offer, by column; a column without choices has no list.</summary>
public sealed record TemplateLists(IReadOnlyDictionary<LedgerColumn, IReadOnlyList<string>> Choices)
{
    public IReadOnlyList<string> this[LedgerColumn column] => Choices.TryGetValue(column, out var choices) ? choices : [];

    /// <param name="seed">Gives the rows of a seed by its name, as for <see cref="Lexicon.From"/>. Read: departments, communities, sectors, template_choices.</param>
    /// <exception cref="LedgerFormatException">Code <c>bad_seed</c>: a column of template_choices is not known.</exception>
    public static TemplateLists From(Func<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        var seeds = new SeedSet(seed);
        var choices = new Dictionary<LedgerColumn, List<string>>
        {
            [LedgerColumn.ResponsibleUnit] = [.. seeds["departments"].Select(row => row.Required("department"))],
            [LedgerColumn.Community] = [.. seeds["communities"].Select(row => row.Required("community"))],
            [LedgerColumn.Sector] = [.. seeds["sectors"].Select(row => row.Required("sector"))],
        };
        foreach (var row in seeds["template_choices"])
        {
            var column = SnakeCase.Parse<LedgerColumn>(row.Required("column")) ?? throw row.Fault("column", $"'{row["column"]}' is not known", "Write level, status or check_kind.");
            if (!choices.TryGetValue(column, out var list)) choices[column] = list = [];
            list.Add(row.Required("choice"));
        }

        return new TemplateLists(choices.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => pair.Value));
    }
}
