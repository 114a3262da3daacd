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
        ["linked_unit"] = "unit_name varchar, unit_address varchar, unit_key varchar, common_name varchar, common_address varchar",
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var mentions = connection.Rows(
            "select unit_name, unit_address, row_count from int_unit_row order by unit_name, unit_address",
            row => new UnitMention(row.GetString(0), row.TextOrNull(1), (int)row.GetInt64(2)));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "linked_unit");
        foreach (var link in new UnitLinker().Link(mentions))
        {
            appender.CreateRow()
                .AppendValue(link.Mention.Name).AppendValue(link.Mention.Address).AppendValue(link.UnitKey)
                .AppendValue(link.UnitName).AppendValue(link.UnitAddress).EndRow();
        }
    }
}
