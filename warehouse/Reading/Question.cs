using System.Globalization;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// SQL made of our own words and named parameters, growing clause by clause. Values only ever become parameters;
/// identifiers only ever come from constants or from the published metric definitions.
/// </summary>
internal sealed class Question
{
    private readonly List<string> _conditions = [];
    private readonly List<KeyValuePair<string, object>> _parameters;

    public Question() => _parameters = [];

    /// <summary>The conditions of a query inside another, whose parameters it shares.</summary>
    public Question(Question outer) => _parameters = outer._parameters;

    public IReadOnlyList<KeyValuePair<string, object>> Parameters => _parameters;

    /// <summary>The where clause with its keyword; empty when there is no condition.</summary>
    public string Where => _conditions.Count == 0 ? "" : "where " + string.Join(" and ", _conditions);

    public Question That(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    public Question Is(string column, string? member) => member is null ? this : That($"{column} = {Parameter(member)}");

    /// <summary>The members a filter names and the rows a caller may see, on a table with the dimension columns.</summary>
    public Question Slice(CallerScope scope, Filter filter) => this
        .Is("community", filter.Community)
        .Is("sector", filter.Sector)
        .Is("department", filter.Department)
        .Is("category", filter.Category)
        .Is("level", filter.Level)
        .Is("community", scope.Community)
        .Is("department", scope.Department);

    public string Parameter(object value)
    {
        var name = $"p{_parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        _parameters.Add(new(name, value));
        return "$" + name;
    }

    /// <summary>For reading and for trying in a shell, never for running here: parameters written out as literals.</summary>
    public string Shown(string sql) => _parameters.AsEnumerable().Reverse().Aggregate(sql, (text, parameter) => text.Replace("$" + parameter.Key, Literal(parameter.Value), StringComparison.Ordinal));

    private static string Literal(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        DateOnly day => string.Create(CultureInfo.InvariantCulture, $"date '{day:yyyy-MM-dd}'"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Equal for questions that have the same answer in an unchanging snapshot.</summary>
    public string KeyWith(string sql) => string.Join('\u0001', _parameters.Select(parameter => Convert.ToString(parameter.Value, CultureInfo.InvariantCulture)).Prepend(sql));
}
