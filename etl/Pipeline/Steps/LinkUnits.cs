using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Linking;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>Gives every spelling of a unit the key of the unit it means, keeps what the unit was called and where it was, and asks where it cannot tell.</summary>
/// <param name="seeds">The roster is the seed <c>units</c>.</param>
/// <param name="digests">Those of the reading: the roster's persons are compared with the ledgers'.</param>
/// <param name="answers">What stewards decided, in the order decided.</param>
public sealed class LinkUnits(Seeds seeds, ContactDigests digests, IReadOnlyList<UnitAnswer>? answers = null) : IBuildStep
{
    public IReadOnlyList<string> Reads { get; } = ["int_unit_row", "int_unit_contact"];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["linked_unit"] = "unit_name varchar, unit_address varchar, unit_key varchar, common_name varchar, common_address varchar, rule varchar, probability double",
        ["linked_unit_period"] = "unit_key varchar, period_number integer, unit_name varchar, unit_address varchar, valid_from varchar, valid_to varchar, changes varchar[]",
        ["linked_unit_question"] = """
            unit_key varchar, unit_name varchar, unit_address varchar, other_key varchar, other_name varchar, other_address varchar, probability double, evidence varchar[]
            """,
        ["linked_unit_roster"] = "unit_key varchar, unit_name varchar, unit_address varchar, community varchar, sector varchar, is_listed boolean",
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var entries = seeds["units"].Records.Where(row => row["unit_name"].Trim().Length > 0).ToList();
        var roster = entries.ConvertAll(row => new RosterUnit(row["unit_name"].Trim(), Filled(row["unit_address"]), Persons(row)));
        var linkage = new UnitLinker(roster: roster, answers: answers).Resolve(Mentions(connection), cancellationToken);
        AppendLinks(connection, linkage);
        AppendPeriods(connection, linkage);
        AppendQuestions(connection, linkage);
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "linked_unit_roster");
        foreach (var (row, key) in entries.Zip(linkage.RosterKeys))
        {
            appender.CreateRow()
                .AppendValue(key).AppendValue(row["unit_name"].Trim()).AppendValue(Filled(row["unit_address"])).AppendValue(Filled(row["community"])).AppendValue(Filled(row["sector"]))
                .AppendValue(row["is_listed"].Trim() is "是" or "√" or "1" or "true" or "True" or "TRUE" or "yes" or "挂牌").EndRow();
        }
    }

    private static IReadOnlyList<UnitMention> Mentions(DuckDBConnection connection)
    {
        var contacts = connection.Rows(
            "select unit_name, unit_address, kind, digest, first_month, last_month from int_unit_contact",
            row => (Unit: (row.GetString(0), row.TextOrNull(1)), Kind: row.GetString(2), Seen: new PersonSeen(row.GetString(3), row.GetString(4), row.GetString(5)))).ToLookup(contact => contact.Unit);
        return connection.Rows(
            "select unit_name, unit_address, row_count, first_month, last_month from int_unit_row order by unit_name, unit_address",
            row =>
            {
                var said = contacts[(row.GetString(0), row.TextOrNull(1))].ToLookup(contact => contact.Kind, contact => contact.Seen, StringComparer.Ordinal);
                return new UnitMention(row.GetString(0), row.TextOrNull(1), (int)row.GetInt64(2))
                {
                    FirstMonth = row.GetString(3),
                    LastMonth = row.GetString(4),
                    Phones = [.. said["phone"].Select(seen => seen.Person)],
                    Persons = [.. said["person"].Select(seen => seen.Person)],
                    PersonMonths = [.. said["person"]],
                };
            });
    }

    private static void AppendLinks(DuckDBConnection connection, UnitLinkage linkage)
    {
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "linked_unit");
        foreach (var link in linkage.Links)
        {
            appender.CreateRow()
                .AppendValue(link.Mention.Name).AppendValue(link.Mention.Address).AppendValue(link.UnitKey)
                .AppendValue(link.UnitName).AppendValue(link.UnitAddress).AppendValue(link.Rule).AppendValue(link.Probability).EndRow();
        }
    }

    private static void AppendPeriods(DuckDBConnection connection, UnitLinkage linkage)
    {
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "linked_unit_period");
        foreach (var unit in UnitPeriod.Of(linkage.Links).GroupBy(period => period.UnitKey))
        {
            foreach (var (period, number) in unit.Select((period, i) => (period, i + 1)))
            {
                appender.CreateRow()
                    .AppendValue(period.UnitKey).AppendValue(number).AppendValue(period.UnitName).AppendValue(period.UnitAddress)
                    .AppendValue(period.ValidFrom).AppendValue(period.ValidTo).AppendValue(period.Changes.Select(SnakeCase.Of).ToList()).EndRow();
            }
        }
    }

    private static void AppendQuestions(DuckDBConnection connection, UnitLinkage linkage)
    {
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "linked_unit_question");
        foreach (var question in linkage.Questions)
        {
            appender.CreateRow()
                .AppendValue(question.UnitKeyA).AppendValue(question.A.Name).AppendValue(question.A.Address)
                .AppendValue(question.UnitKeyB).AppendValue(question.B.Name).AppendValue(question.B.Address)
                .AppendValue(question.Probability).AppendValue(question.Evidence).EndRow();
        }
    }

    private string[] Persons(IReadOnlyDictionary<string, string> row) => [.. People.Read(row["enterprise_person"]).Names.Select(name => digests.Of("person", name))];

    private static string? Filled(string cell) => cell.Trim() is { Length: > 0 } text ? text : null;
}
