using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>
/// What a key on a page or in a table stands for. A key changes with what is known, so a decision keeps the ledger item or the spelling instead.
/// </summary>
/// <param name="data">Its last build is asked.</param>
internal sealed partial class PublishedKeys(DataDirectory data)
{
    private const int KeysShown = 8;

    /// <summary>The ledger item that first shows a hazard.</summary>
    /// <param name="text">A hazard's key, or the unambiguous beginning of one.</param>
    /// <returns>Null when the text is no key of a hazard that was built.</returns>
    /// <exception cref="PipelineException">Several hazards' keys begin so.</exception>
    public ItemPlace? Hazard(string text)
    {
        if (!HazardKey().IsMatch(text)) return null;
        return Only(text, Ask(
            """
            select hazard_key, arg_min(file_sha256, event_number), arg_min(sheet, event_number), arg_min(row_number, event_number), arg_min(item_no, event_number)
            from fct_hazard_event
            where file_sha256 is not null and starts_with(hazard_key, $key)
            group by hazard_key
            order by hazard_key
            """,
            text,
            row => (row.GetString(0), new ItemPlace(row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4)))));
    }

    /// <summary>A spelling that ledgers have of a unit.</summary>
    /// <param name="text">A unit's key, or the unambiguous beginning of one.</param>
    /// <returns>Null when the text is no key of a unit that was built.</returns>
    /// <exception cref="PipelineException">Several units' keys begin so.</exception>
    public UnitSpelling? Unit(string text)
    {
        if (!UnitKey().IsMatch(text)) return null;
        return Only(text, Ask(
            """
            with
            spellings as (
                select fct_hazard.unit_key, min(struct_pack(unit_name := event.unit_name, unit_address := event.unit_address)) as spelling
                from fct_hazard_event as event
                join fct_hazard using (hazard_key)
                where event.unit_name is not null and starts_with(fct_hazard.unit_key, $key)
                group by all
            )
            select dim_unit.unit_key, if(spelling is null, dim_unit.unit_name, spelling.unit_name), if(spelling is null, dim_unit.unit_address, spelling.unit_address)
            from dim_unit
            left join spellings using (unit_key)
            where starts_with(dim_unit.unit_key, $key)
            order by 1
            """,
            text,
            row => (row.GetString(0), new UnitSpelling(row.GetString(1), row.TextOrNull(2)))));
    }

    private IReadOnlyList<(string Key, T Meant)> Ask<T>(string sql, string key, Func<System.Data.IDataRecord, (string, T)> read)
    {
        if (!File.Exists(data.WarehouseFile)) throw new PipelineException(ExitCode.Cannot, Messages.Of("key_not_built", key));
        using DuckDBConnection connection = DuckDbFile.OpenForReading(data.WarehouseFile);
        return connection.Rows(sql, read, ("key", key));
    }

    private static T? Only<T>(string text, IReadOnlyList<(string Key, T Meant)> found)
        where T : class => found.Count switch
    {
        0 => null,
        1 => found[0].Meant,
        _ => found.FirstOrDefault(one => one.Key == text).Meant
            ?? throw new PipelineException(ExitCode.Usage, Messages.Of("key_ambiguous", text, string.Join(", ", found.Take(KeysShown).Select(one => one.Key)))),
    };

    [GeneratedRegex("^H[0-9a-f]{3,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex HazardKey();

    [GeneratedRegex("^U[0-9a-f]{3,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitKey();
}
