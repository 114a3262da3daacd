using DuckDB.NET.Data;
using SafetyAnalytics.Linking;
using SafetyAnalytics.Pipeline.Steps;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>The step that links units, on tables of its own: roster, answers, telephones, history.</summary>
public sealed class UnitStepTests
{
    private const string Roster =
        """
        unit_name,unit_address,community,sector,is_listed,administrative_person,supervising_person,enterprise_person
        青竹餐饮,金沙路12号,江畔社区,消防,是,甲某,乙某,丙某
        青竹餐饮,横街7号,,,,,,
        远山仓库,石门路9号,,消防,否,,,
        """;

    [Fact]
    public void The_roster_names_its_units_keeps_two_entries_apart_and_holds_units_nobody_visited()
    {
        using var town = new Town(Roster, null, "青竹餐饮有限公司|沙坪坝区金沙路12号一楼|3", "青竹餐饮|横街7号|2", "启明小学|金沙路12号|1");
        Assert.Equal(
            ["青竹餐饮|金沙路12号|roster", "青竹餐饮|横街7号|roster", "启明小学|金沙路12号|alone"],
            town.Ask("select common_name || '|' || common_address || '|' || rule from linked_unit order by unit_name = '启明小学', rowid desc"));
        Assert.Equal(["金沙路12号|江畔社区|消防|true", "横街7号|-|-|false", "石门路9号|-|消防|false"], town.Ask("select unit_address || '|' || coalesce(community, '-') || '|' || coalesce(sector, '-') || '|' || is_listed from linked_unit_roster"));
        Assert.Equal(["3"], town.Ask("select count(distinct unit_key) from linked_unit_roster"));
        Assert.Equal(["0"], town.Ask("select count(*) from linked_unit_roster where unit_name || coalesce(unit_address, '') like '%某%'"));
    }

    [Fact]
    public void Answers_hold_and_take_their_question_away()
    {
        UnitMention with = new("永辉超市", "汉渝路123号"), without = new("永辉超市", null);
        string[] rows = ["永辉超市|汉渝路123号|3", "永辉超市||2", "永辉超市|小新街20号|2"];
        using var asked = new Town("", null, rows);
        Assert.Equal(["2"], asked.Ask("select count(*) from linked_unit_question"));
        using var joined = new Town("", [new UnitAnswer(with, without, true)], rows);
        Assert.Equal(["2"], joined.Ask("select count(distinct unit_key) from linked_unit"));
        Assert.Equal(["answer"], joined.Ask("select rule from linked_unit where unit_address is null"));
        using var parted = new Town("", [new UnitAnswer(with, without, true), new UnitAnswer(without, with, false)], rows);
        Assert.Equal(["1"], parted.Ask("select count(*) from linked_unit_question"));
    }

    [Fact]
    public void A_telephone_is_evidence_and_another_spelling_is_no_change()
    {
        using var town = new Town("", null, ["云脚下民宿||2|2022-05|2022-06|P1", "云脚下客栈||2|2022-07|2022-08|P1", "启明小学||1|2022-05|2022-05|"]);
        Assert.Equal(["2"], town.Ask("select count(distinct unit_key) from linked_unit"));
        Assert.Equal(["云脚下客栈 2022-05 - []"], town.Ask("select unit_name || ' ' || valid_from || ' ' || coalesce(valid_to, '-') || ' ' || cast(changes as varchar) from linked_unit_period where unit_name like '云%'"));
    }

    [Fact]
    public void Digests_are_equal_in_one_build_only()
    {
        var (one, other) = (new ContactDigests(), new ContactDigests());
        Assert.Equal(one.Of("phone", "1"), one.Of("phone", " 1 "));
        Assert.NotEqual(one.Of("phone", "1"), one.Of("person", "1"));
        Assert.NotEqual(one.Of("phone", "1"), other.Of("phone", "1"));
    }

    /// <summary>name|address|rows|first month|last month|telephones, empty = not stated.</summary>
    private sealed class Town : IDisposable
    {
        private readonly DuckDBConnection _connection = DuckDbFile.OpenForWriting(":memory:");

        public Town(string roster, IReadOnlyList<UnitAnswer>? answers, params string[] rows)
        {
            _connection.Run($"attach ':memory:' as {WarehouseBuild.Work}");
            _connection.Run($"use {WarehouseBuild.Work}");
            _connection.Run("create table int_unit_row (unit_name varchar, unit_address varchar, row_count bigint, first_month varchar, last_month varchar)");
            _connection.Run("create table int_unit_contact (unit_name varchar, unit_address varchar, kind varchar, digest varchar, first_month varchar, last_month varchar)");
            foreach (var row in rows.Select(row => row.Split('|')))
            {
                var address = row[1].Length > 0 ? row[1] : null;
                var (first, last) = row.Length > 3 ? (row[3], row[4]) : ("2022-05", "2022-05");
                _connection.Run("insert into int_unit_row values ($name, $address, $count::bigint, $first, $last)", ("name", row[0]), ("address", address), ("count", row[2]), ("first", first), ("last", last));
                if (row.Length > 5 && row[5].Length > 0)
                    _connection.Run("insert into int_unit_contact values ($name, $address, 'phone', $digest, $first, $last)", ("name", row[0]), ("address", address), ("digest", row[5]), ("first", first), ("last", last));
            }

            var seeds = roster.Length == 0 ? Seeds.Embedded() : Seeds.Embedded().With(Seed.Parse("units", "units.csv", roster));
            var step = new LinkUnits(seeds, new ContactDigests(), answers);
            foreach (var (table, columns) in step.Makes) _connection.Run($"create table {table} ({columns})");
            step.Run(_connection, TestContext.Current.CancellationToken);
        }

        public IReadOnlyList<string> Ask(string sql) => _connection.Rows(sql, row => row.GetValue(0).ToString()!);

        public void Dispose() => _connection.Dispose();
    }
}
