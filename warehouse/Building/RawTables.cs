using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>The append-only tables of the restricted file: the only state there is.</summary>
public static class RawTables
{
    /// <summary>Creates what is absent; changes nothing that stands.</summary>
    public static void Ensure(DuckDBConnection connection)
    {
        foreach (var path in Embedded.Paths("models/raw")) connection.Run(Embedded.Text(path));
    }
}
