using System.Globalization;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>
/// A warehouse built from a few lines of text, so that a model's test is a table of given rows and expected ones.
/// One line a hazard sighting; columns by the header line, <c>-</c> or an absent column is null. Words, units and hazards are taken as given:
/// the real SQL runs, reading and linking do not.
/// </summary>
internal sealed class GivenLedgers : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("given-").FullName;
    private readonly List<Dictionary<string, string?>> _sightings;
    private readonly Action _build;

    /// <param name="table">Columns: file, month, sender, row, unit, hazard, relation, status, after (state after; status if absent), found, rectified, verified, due, level, community, category, kind (of the row), reason, part_reason, revision, received, remark (pieces, separated by ；).</param>
    /// <param name="progress">Rows of <c>read_decided_progress</c> as SQL values; none if absent.</param>
    public GivenLedgers(string table, string? asOf = null, string today = "2026-01-01", Seeds? seeds = null, string? progress = null)
    {
        var lines = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var header = Words(lines[0]);
        _sightings = [.. lines.Skip(1).Select(line => header.Zip(Words(line)).ToDictionary(cell => cell.First, cell => cell.Second == "-" ? null : cell.Second, StringComparer.Ordinal))];
        WriteRaw();
        _build = () => new WarehouseBuild(seeds ?? Seeds.Embedded(), [new Reading(this), new Units(), new Categories(this), new Decisions(), new Hazards(this), new Progress(progress)])
            .Run(RestrictedFile, WarehouseFile, Day(asOf), Day(today)!.Value, cancellationToken: TestContext.Current.CancellationToken);
        _build();
    }

    /// <summary>From the same raw rows once more.</summary>
    public void Rebuild() => _build();

    public string RestrictedFile => Path.Combine(_folder, "restricted.duckdb");

    public string WarehouseFile => Path.Combine(_folder, "warehouse.duckdb");

    /// <summary>Rows of a query on the built warehouse, one line each, cells separated by a space, null as <c>-</c>.</summary>
    public IReadOnlyList<string> Ask(string sql)
    {
        using var connection = DuckDbFile.OpenForReading(WarehouseFile);
        return connection.Rows(sql, row => string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "-" : Text(row.GetValue(i)))));
    }

    public void Expect(string sql, string table)
    {
        var expected = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', Words(line)));
        Assert.Equal(string.Join('\n', expected), string.Join('\n', Ask(sql)));
    }

    public IReadOnlyList<CheckResult> Check()
    {
        using var connection = DuckDbFile.OpenForReading(WarehouseFile);
        return CheckResult.RunAll(connection, TestContext.Current.CancellationToken);
    }

    /// <summary>Breaks the built warehouse on purpose.</summary>
    public void Break(string sql)
    {
        using var connection = DuckDbFile.OpenForWriting(WarehouseFile);
        connection.Run(sql);
    }

    /// <summary>What the checks say of the warehouse broken on purpose, which stays as it was.</summary>
    public IReadOnlyList<CheckResult> CheckBroken(string sql)
    {
        using var connection = DuckDbFile.OpenForWriting(WarehouseFile);
        using var transaction = connection.BeginTransaction();
        connection.Run(sql);
        var results = CheckResult.RunAll(connection, TestContext.Current.CancellationToken);
        transaction.Rollback();
        return results;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        IEnumerable<string> list => string.Join('|', list),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private IReadOnlyList<string> Files => [.. _sightings.Select(row => row["file"]!).Distinct(StringComparer.Ordinal)];

    private int FileId(Dictionary<string, string?> row) => Files.ToList().IndexOf(row["file"]!) + 1;

    private void WriteRaw()
    {
        using var connection = DuckDbFile.OpenForWriting(RestrictedFile);
        RawTables.Ensure(connection);
        foreach (var file in Files)
        {
            var rows = _sightings.Where(row => row["file"] == file).ToList();
            var id = FileId(rows[0]);
            var received = rows[0].GetValueOrDefault("received") is { } day ? day + " 09:00:00" : "2022-01-01 00:00:00";
            connection.Run("insert into raw_ledger_file values ($id, $sha, 'csv', 1, $count, null, null, '2022-01-01')", ("id", id), ("sha", "sha-" + file), ("count", rows.Count));
            connection.Run("insert into raw_ledger_name values ($sha, $name, $received::timestamp, '2022-01-01')", ("sha", "sha-" + file), ("name", file + ".csv"), ("received", received));
            connection.Run("insert into raw_ledger_sheet values ($id, 1, $name, false, [], [])", ("id", id), ("name", file + ".csv"));
            foreach (var number in rows.Select(row => row["row"]!).Distinct(StringComparer.Ordinal))
                connection.Run("insert into raw_ledger_row values ($id, 1, $number, [], false, false, false, false)", ("id", id), ("number", int.Parse(number, CultureInfo.InvariantCulture)));
        }
    }

    private sealed class Reading(GivenLedgers given) : IBuildStep
    {
        public IReadOnlyList<string> Reads { get; } = [];

        public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["read_ledger_problem"] = "file_id integer, problem_number integer, sheet_number integer, row_number integer, column_number integer, cell varchar, column_name varchar, code varchar, waits boolean, is_about_ledger boolean, cell_text varchar, readings varchar[], cure_zh varchar, cure_en varchar",
            ["read_decision"] = "decision_id varchar, kind varchar, month varchar, file_sha256 varchar, shown_about varchar, shown_who varchar, decided_at timestamp, undoes varchar, is_undone boolean",
            ["read_target"] = "metric varchar, month varchar, dimension varchar, member varchar, value double, decided_at timestamp",
            ["read_unit_contact"] = "file_id integer, sheet_number integer, row_number integer, kind varchar, digest varchar",
            ["read_ledger_file"] = "file_id integer, warnings varchar[], is_ignored boolean",
            ["read_ledger_name"] = "file_sha256 varchar, file_name varchar, shown_name varchar",
            ["read_ledger_sheet"] = "file_id integer, sheet_number integer, shown_name varchar",
            ["read_ledger_part"] = "file_id integer, part_number integer, sheet_number integer, header_row integer, month varchar, submitter varchar, submitter_is_known boolean, reason varchar, readings varchar[], is_zero_report boolean, filled_on date, revision integer",
            ["read_ledger_row"] = "file_id integer, sheet_number integer, row_number integer, part_number integer, kind varchar, reason varchar, fingerprint varchar, unit_name varchar, unit_address varchar, visited_on date, issues varchar[], remark_pieces varchar[]",
            ["read_ledger_item"] = "file_id integer, sheet_number integer, row_number integer, item_number integer, hazard_text varchar, measures_text varchar, status varchar, due_kind varchar, due_on date, due_from date, due_precision varchar, due_text varchar, found_on date, rectified_on date, verified_on date, has_phone boolean, departments varchar[], responsible_text varchar, community varchar, sector varchar, sector_context varchar, sector_context_origin varchar, community_context varchar, community_context_origin varchar, level varchar, escalated_to varchar, issues varchar[]",
        };

        public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
        {
            connection.Run("insert into read_ledger_name select file_sha256, file_name, file_name from raw_ledger_name");
            connection.Run("insert into read_ledger_sheet select file_id, sheet_number, sheet_name from raw_ledger_sheet");
            foreach (var file in given.Files)
            {
                var rows = given._sightings.Where(row => row["file"] == file).ToList();
                var first = rows[0];
                var isZero = rows.All(row => row.GetValueOrDefault("kind") == "skipped");
                connection.Run("insert into read_ledger_file values ($id, [], false)", ("id", given.FileId(first)));
                connection.Run(
                    "insert into read_ledger_part values ($id, 1, 1, 1, $month, $sender, true, $reason, [], $zero, null, $revision)",
                    ("id", given.FileId(first)), ("month", first["month"]), ("sender", first["sender"]), ("reason", first.GetValueOrDefault("part_reason")),
                    ("zero", isZero), ("revision", int.Parse(first.GetValueOrDefault("revision") ?? "0", CultureInfo.InvariantCulture)));
                foreach (var row in rows) Append(connection, row);
            }
        }

        private void Append(DuckDBConnection connection, Dictionary<string, string?> row)
        {
            var kind = row.GetValueOrDefault("kind") ?? "hazard";
            var number = int.Parse(row["row"]!, CultureInfo.InvariantCulture);
            connection.Run(
                "insert into read_ledger_row values ($id, 1, $row, 1, $kind, $reason, $fingerprint, $unit, null, $found, [], string_split($remark, '；'))",
                ("id", given.FileId(row)), ("row", number), ("kind", kind), ("reason", row.GetValueOrDefault("reason")),
                ("fingerprint", kind is "hazard" or "visit" ? row.GetValueOrDefault("fingerprint") ?? $"{number}" : null), ("unit", row["unit"]), ("found", Day(row.GetValueOrDefault("found"))),
                ("remark", row.GetValueOrDefault("remark")));
            if (kind is not "hazard") return;
            connection.Run(
                "insert into read_ledger_item values ($id, 1, $row, 1, $text, null, $status, $due_kind, $due, null, 'day', null, $found, $rectified, $verified, false, [], null, $community, null, null, null, null, null, $level, null, [])",
                ("id", given.FileId(row)), ("row", number), ("text", row["hazard"]), ("status", row["status"]),
                ("due_kind", row.GetValueOrDefault("due") is null ? "none" : "date"), ("due", Day(row.GetValueOrDefault("due"))), ("found", Day(row.GetValueOrDefault("found"))),
                ("rectified", Day(row.GetValueOrDefault("rectified"))), ("verified", Day(row.GetValueOrDefault("verified"))),
                ("community", row.GetValueOrDefault("community")), ("level", row.GetValueOrDefault("level")));
        }
    }

    private sealed class Units : IBuildStep
    {
        public IReadOnlyList<string> Reads { get; } = ["int_unit_row"];

        public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal) 
        {
            ["linked_unit"] = "unit_name varchar, unit_address varchar, unit_key varchar, common_name varchar, common_address varchar, rule varchar, probability double",
            ["linked_unit_period"] = "unit_key varchar, period_number integer, unit_name varchar, unit_address varchar, valid_from varchar, valid_to varchar, changes varchar[]",
            ["linked_unit_question"] = "unit_key varchar, unit_name varchar, unit_address varchar, other_key varchar, other_name varchar, other_address varchar, probability double, evidence varchar[]",
            ["linked_unit_roster"] = "unit_key varchar, unit_name varchar, unit_address varchar, community varchar, sector varchar, is_listed boolean",
        };

        public void Run(DuckDBConnection connection, CancellationToken cancellationToken) =>
            connection.Run("insert into linked_unit select unit_name, unit_address, 'U-' || unit_name, unit_name, unit_address, 'alone', 1 from int_unit_row");
    }

    private sealed class Categories(GivenLedgers given) : IBuildStep
    {
        public IReadOnlyList<string> Reads { get; } = ["int_hazard_text"];

        public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["learned_category"] = "hazard_text varchar, sector_context varchar, category varchar, probability double, is_certain boolean, reason varchar, classified_by varchar", ["learned_major"] = "unit_name varchar, hazard_text varchar, criterion varchar, words varchar" };

        public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
        {
            foreach (var row in given._sightings.Where(row => row.GetValueOrDefault("category") is not null).DistinctBy(row => row["hazard"], StringComparer.Ordinal))
                connection.Run("insert into learned_category values ($text, null, $category, 1, true, '', 'rule')", ("text", row["hazard"]), ("category", row["category"]));
        }
    }

    /// <summary>Nobody decided anything.</summary>
    private sealed class Decisions : IBuildStep
    {
        public IReadOnlyList<string> Reads { get; } = [];

        public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["decided_standing"] = "decision_id varchar, decision_number integer, kind varchar, decided_on date, file_sha256 varchar, sheet varchar, row_number integer, item_no integer, other_file_sha256 varchar, other_sheet varchar, other_row_number integer, other_item_no integer, unit_name varchar, unit_address varchar, other_name varchar, other_address varchar, effective_month varchar, effective_on date, value varchar, subject varchar, month varchar, department varchar, community varchar, evidence varchar",
        };

        public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
        {
        }
    }

    private sealed class Hazards(GivenLedgers given) : IBuildStep
    {
        public IReadOnlyList<string> Reads { get; } = ["int_sighting"];

        public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["linked_decision"] = "decision_id varchar, outcome varchar, hazard_key varchar, other_hazard_key varchar, month varchar, step integer, relation varchar, state_after varchar",
            ["linked_hazard"] = "file_id integer, sheet_number integer, row_number integer, item_number integer, hazard_key varchar, relation varchar, recurrence_of varchar, similarity double, step integer, state_after varchar, rule varchar, is_primary boolean",
        };

        public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
        {
            var counted = connection.Rows("select file_id, row_number from int_sighting", row => (row.GetInt32(0), row.GetInt32(1))).ToHashSet();
            var steps = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var row in given._sightings)
            {
                var number = int.Parse(row["row"]!, CultureInfo.InvariantCulture);
                if (!counted.Contains((given.FileId(row), number))) continue;
                var step = steps[row["hazard"]!] = steps.GetValueOrDefault(row["hazard"]!) + 1;
                var state = row.GetValueOrDefault("after") ?? row["status"]!;
                connection.Run(
                    "insert into linked_hazard values ($id, 1, $row, 1, $key, $relation, null, null, $step, $after, '', true)",
                    ("id", given.FileId(row)), ("row", number), ("key", row["hazard"]), ("relation", row["relation"]), ("step", step),
                    ("after", state is "rectified" or "verified" or "cancelled" or "unknown" ? state : "open"));
            }
        }
    }

    private sealed class Progress(string? rows) : IBuildStep
    {
        public IReadOnlyList<string> Reads { get; } = [];

        public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["read_decided_progress"] = "requirement_no integer, department varchar, month varchar, state varchar, evidence varchar",
        };

        public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
        {
            if (rows is not null) connection.Run($"insert into read_decided_progress values {rows}");
        }
    }
}
