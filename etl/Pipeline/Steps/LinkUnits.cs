using DuckDB.NET.Data;
using SafetyAnalytics.Linking;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>Gives every spelling of a unit the key of the unit it means.</summary>
public sealed class LinkUnits : IBuildStep
{
    public IReadOnlyList<string> Reads { get; } = ["int_unit_row"];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["linked_unit"] = "unit_name varchar, unit_address varchar, unit_key varchar",
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var spellings = connection.Rows(
            "select unit_name, unit_address, row_count from int_unit_row order by unit_name, unit_address",
            row => new UnitSpelling(row.GetString(0), row.TextOrNull(1), (int)row.GetInt64(2)));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "linked_unit");
        foreach (var linked in UnitLinker.Link(spellings))
            appender.CreateRow().AppendValue(linked.Spelling.Name).AppendValue(linked.Spelling.Address).AppendValue(linked.UnitKey).EndRow();
    }
}
