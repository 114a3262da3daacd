using System.Diagnostics;
using System.Text;
using System.Text.Json;
using SafetyAnalytics.Warehouse.Publishing;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>What one call of the real program said.</summary>
public sealed record Said(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<JsonElement> Rows => [.. JsonDocument.Parse(Output).RootElement.EnumerateArray()];
}

/// <summary>The built program in a process of its own, and a folder of ledgers and data for one test.</summary>
public sealed class Shell : IDisposable
{
    public const string Header = "序号,单位名称,单位地址,单位负责人,联系电话,责任单位,责任人,问题隐患,整改措施及情况,整改时限,备注";

    public Shell() => Folder = Directory.CreateTempSubdirectory("river-").FullName;

    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");

    public string Published => Path.Combine(Data, "published");

    public string Current => File.ReadAllText(Path.Combine(Published, "CURRENT")).Trim();

    public SnapshotManifest Manifest => SnapshotManifest.Read(Path.Combine(Published, Current));

    /// <summary>One line a published table that comes of the ledgers: name, rows, content hash. What was foretold, and counted about it, comes of when one asked.</summary>
    public IReadOnlyList<string> Tables => [.. Manifest.Tables.Where(table => !table.Name.Contains("risk", StringComparison.Ordinal) && table.Name != "check_result").Select(table => table.ToString())];

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "SafetyAnalytics.Pipeline"))
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public static Said Finish(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Said(process.ExitCode, output, error.GetAwaiter().GetResult());
        }
    }

    public static Said SayPlain(params string[] arguments) => Finish(Start(arguments));

    /// <summary>Calls a verb on this shell's data directory.</summary>
    public Said Say(params string[] arguments) => SayPlain([.. arguments, "--data", Data]);

    /// <summary>The same verb without a process: where a test calls many.</summary>
    public Said Do(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = SafetyCommand.RunAsync([.. arguments, "--data", Data], output, error, TimeProvider.System).GetAwaiter().GetResult();
        return new Said(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The first column of an answer, as text.</summary>
    public IReadOnlyList<string> Column(string sql)
    {
        var said = Do("query", sql, "--format", "json");
        Assert.True(said.ExitCode == 0, said.Error);
        return [.. said.Rows.Select(row => row.EnumerateObject().First().Value.ToString())];
    }

    public IReadOnlyList<JsonElement> Ask(string sql)
    {
        var said = Say("query", sql, "--format", "json");
        Assert.True(said.ExitCode == 0, said.Error);
        return said.Rows;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, new DateTime(2022, 6, 2, 1, 0, 0, DateTimeKind.Utc));
        return path;
    }

    /// <summary>A csv ledger with the eleven columns.</summary>
    /// <param name="rows">Unit, hazard, measures.</param>
    public string Ledger(string name, params (string Unit, string Hazard, string Measures)[] rows) =>
        Write(name, Header + "\n" + string.Concat(rows.Select((row, i) => $"{i + 1},{row.Unit},磁器口{i + 1}号,张某,13800138000,应急办,李某,{row.Hazard},{row.Measures},2022.6.30,\n")));

    /// <summary>What must hold however the writer ended: pointer, manifest, every file, and a database that opens.</summary>
    public void ExpectWhole()
    {
        if (!File.Exists(Path.Combine(Published, "CURRENT"))) return;
        Assert.True(SnapshotManifest.Verifies(Path.Combine(Published, Current)), Current);
        Assert.True(Ask("select count(*) as n from mart_hazard")[0].GetProperty("n").GetInt64() >= 0);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
