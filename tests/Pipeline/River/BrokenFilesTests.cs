using System.Globalization;
using System.Text;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>A hundred files broken at random, of three formats: each is refused, or every row of it is accounted for; none stops the build.</summary>
public sealed class BrokenFilesTests : IDisposable
{
    private const int Copies = 34;
    private const int Seed = 20220601;

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_row_of_a_broken_file_is_accounted_for()
    {
        string[] files = [.. Broken()];
        var data = new DataDirectory(_shell.Data);
        using (data.LockForWriting())
        {
            var landed = new Land(data, TimeProvider.System).Run(files, new LandSettings());
            Assert.DoesNotContain(landed, result => result.Outcome is LandOutcome.Unreadable);
            Assert.All(landed.Where(result => result.Outcome is LandOutcome.Refused), result => Assert.False(string.IsNullOrWhiteSpace(result.Problem)));
            Assert.Equal(files.Order(StringComparer.Ordinal), landed.Select(result => result.Path).Distinct().Order(StringComparer.Ordinal));
            new Build(data, Seeds.Load(null), TimeProvider.System).Run(null);
            new Publish(data, TimeProvider.System).Run();
        }

        Assert.Empty(_shell.Column("""
            select file_name
            from mart_ledger_file
            where rows_read <> rows_loaded + rows_repeated + rows_carried_over + rows_skipped + rows_waiting + rows_superseded
               or (outcome = 'refused' and (reason is null or rows_loaded > 0))
            """));
        Assert.Superset(new HashSet<string>(["landed", "refused"]), _shell.Column("select distinct outcome from mart_ledger_file").ToHashSet(StringComparer.Ordinal));
    }

    private IEnumerable<string> Broken()
    {
        const string Csv = Shell.Header + "\n1,甲饭店,磁器口1号,张某,13800138000,应急办,李某,后厨灭火器过期,整改中,2022.6.30,\n2,\"乙,旅馆\",磁器口2号,,,消安办,,楼梯间堆放杂物,已整改,2022.5.30,\n3,丙网吧,,,,,,,,,\n合计,3,,,,,,,,,\n";
        var book = Workbook.Of(Csv.Replace("\"乙,旅馆\"", "乙旅馆", StringComparison.Ordinal));
        (string Extension, byte[] Bytes)[] good = [("csv", Encoding.UTF8.GetBytes(Csv)), ("xlsx", book), ("zip", Workbook.Zip(("应急办2022年7月.xlsx", book), ("应急办2022年8月.csv", Encoding.UTF8.GetBytes(Csv))))];
        var random = new Random(Seed);
        foreach (var (extension, bytes) in good)
            for (var i = 1; i <= Copies; i++)
                yield return _shell.Write(string.Create(CultureInfo.InvariantCulture, $"in/第{i}份应急办2022年{random.Next(1, 13)}月.{extension}"), i == 1 ? bytes : Mutated(bytes, random));
    }

    /// <summary>A few bytes changed, cut out or doubled.</summary>
    private static byte[] Mutated(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Count > 1; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 30), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                default:
                    bytes[at] = "\",\n\0<>"u8[random.Next(6)];
                    break;
            }
        }

        return [.. bytes];
    }
}
