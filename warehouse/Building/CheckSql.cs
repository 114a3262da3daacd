using System.Text.RegularExpressions;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>The types of checks, and the SELECT each comes to.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>sql</term><description>the file <c>checks/ARGUMENT.sql</c> lists the offenders</description></item>
/// <item><term>not_null</term><description>the column says something in every row</description></item>
/// <item><term>unique</term><description>the columns (separated by <c>|</c>) tell rows apart</description></item>
/// <item><term>accepted_values</term><description>the column holds one of the values (separated by <c>|</c>), or null</description></item>
/// <item><term>in_range</term><description>the column lies between <c>low..high</c>, both included, or is null</description></item>
/// <item><term>foreign_key</term><description>the column's value stands in <c>table.column</c>, or is null</description></item>
/// <item><term>share_at_most</term><description>the column holds one of the values in no more rows than the threshold allows</description></item>
/// <item><term>identity</term><description>the expression holds in every row</description></item>
/// </list>
/// </remarks>
internal static partial class CheckSql
{
    private static readonly string[] s_types = ["sql", "not_null", "unique", "accepted_values", "in_range", "foreign_key", "share_at_most", "identity"];

    /// <returns>The offenders, and how many rows there were to judge.</returns>
    public static (string Sql, string? BaseSql) Of(string type, string relation, string column, string argument, Func<string, Exception> problem)
    {
        if (!s_types.Contains(type, StringComparer.Ordinal)) throw problem($"there is no type '{type}'. There are {string.Join(", ", s_types)}.");
        if (type == "sql") return (OfFile(argument, problem), null);
        string[] columns = [.. column.Split('|').Select(name => Identifier(name, problem))];
        var from = $"from {Identifier(relation, problem)}";
        var shown = $"select {string.Join(", ", KeyOf(relation).Union(type == "identity" ? [] : columns, StringComparer.Ordinal))} {from}";
        var rows = $"select count(*) {from}";
        var stated = $"select count({columns[0]}) {from}";
        switch (type)
        {
            case "not_null":
                return ($"{shown} where {columns[0]} is null", rows);
            case "unique":
                return ($"select {string.Join(", ", columns)}, count(*) as row_count {from} group by all having count(*) > 1", rows);
            case "accepted_values":
                return ($"{shown} where {columns[0]} not in ({Values(argument)})", stated);
            case "in_range":
                var bounds = argument.Split("..");
                if (bounds.Length != 2) throw problem($"the range '{argument}' is not of the form low..high.");
                return ($"{shown} where {columns[0]} < {WarehouseBuild.Quoted(bounds[0])} or {columns[0]} > {WarehouseBuild.Quoted(bounds[1])}", stated);
            case "foreign_key":
                var target = argument.Split('.');
                if (target.Length != 2) throw problem($"'{argument}' is not of the form table.column.");
                return ($"{shown} where {columns[0]} not in (select {Identifier(target[1], problem)} from {Identifier(target[0], problem)} where {target[1]} is not null)", stated);
            case "share_at_most":
                return ($"{shown} where {columns[0]} in ({Values(argument)})", stated);
            default:
                return ($"{shown} where not coalesce(({argument}), false)", rows);
        }
    }

    private static string OfFile(string name, Func<string, Exception> problem)
    {
        var path = $"checks/{name}.sql";
        return Embedded.Paths("checks").Contains(path, StringComparer.Ordinal) ? Embedded.Text(path) : throw problem($"there is no file {path}.");
    }

    private static IEnumerable<string> KeyOf(string relation) => SqlModel.All.FirstOrDefault(model => model.Name == relation)?.Key ?? [];

    private static string Values(string argument) => string.Join(", ", argument.Split('|').Select(WarehouseBuild.Quoted));

    private static string Identifier(string word, Func<string, Exception> problem) =>
        Word().IsMatch(word) ? word : throw problem($"'{word}' is not the name of a table or column.");

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Word();
}
