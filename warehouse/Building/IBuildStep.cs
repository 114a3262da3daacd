using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// A step of the build that no SELECT can say: words read, units and hazards linked, texts classified. Its answers land as rows like any other source.
/// </summary>
public interface IBuildStep
{
    /// <summary>Relations that must stand before it runs.</summary>
    IReadOnlyList<string> Reads { get; }

    /// <summary>The tables it fills, as <c>create table</c> column lists by name. They are created empty before it runs.</summary>
    IReadOnlyDictionary<string, string> Makes { get; }

    /// <summary>Fills its tables. The connection resolves every relation by its bare name; appenders address <see cref="WarehouseBuild.Work"/>.</summary>
    void Run(DuckDBConnection connection, CancellationToken cancellationToken);
}
