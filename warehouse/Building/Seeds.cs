using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// Reference data: the embedded csv files, extended or replaced by a folder of the office's own.
/// <c>x.csv</c> there replaces the rows of the embedded seed that share its first column and adds the others; <c>x.replace.csv</c> takes its place whole.
/// </summary>
public sealed class Seeds
{
    private readonly IReadOnlyDictionary<string, Seed> _byName;

    private Seeds(IReadOnlyDictionary<string, Seed> byName, IReadOnlyList<string> unused)
    {
        _byName = byName;
        UnusedFiles = unused;
    }

    /// <summary>Names in ordinal order, such as <c>departments</c>.</summary>
    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>Files of the folder that extend no seed of this version; named so that a misspelt name does not go unnoticed.</summary>
    public IReadOnlyList<string> UnusedFiles { get; }

    public Seed this[string name] => _byName[name];

    public static Seeds Embedded() => Load(null);

    /// <param name="folder">Null: the embedded seeds alone.</param>
    /// <exception cref="SeedException">The folder is missing, or a file in it does not fit its seed.</exception>
    public static Seeds Load(string? folder)
    {
        var seeds = new SortedDictionary<string, Seed>(StringComparer.Ordinal);
        foreach (var path in Building.Embedded.Paths("seeds"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            seeds[name] = Seed.Parse(name, path, Building.Embedded.Text(path));
        }

        return folder is null ? new Seeds(seeds, []) : Extend(seeds, folder);
    }

    /// <summary>These seeds with one of them exchanged.</summary>
    /// <exception cref="ArgumentException">No seed has that name.</exception>
    public Seeds With(Seed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        if (!_byName.ContainsKey(seed.Name)) throw new ArgumentException($"There is no seed '{seed.Name}'. There are {string.Join(", ", Names)}.", nameof(seed));
        return new Seeds(new Dictionary<string, Seed>(_byName, StringComparer.Ordinal) { [seed.Name] = seed }, UnusedFiles);
    }

    /// <summary>Whether there is a seed of that name.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    private static Seeds Extend(SortedDictionary<string, Seed> seeds, string folder)
    {
        if (!Directory.Exists(folder)) throw new SeedException($"The seeds folder '{folder}' does not exist. Name a folder of csv files, or leave --seeds out.");
        var unused = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileNameWithoutExtension(path);
            var replaces = file.EndsWith(".replace", StringComparison.Ordinal);
            var name = replaces ? file[..^".replace".Length] : file;
            if (!seeds.TryGetValue(name, out var own))
            {
                unused.Add(Path.GetFileName(path));
                continue;
            }

            var given = Seed.Parse(name, path, File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)));
            seeds[name] = own.With(given, replaces, path);
        }

        return new Seeds(seeds, unused);
    }
}

/// <summary>One seed: its columns and its rows, all text; an empty cell is an empty string.</summary>
public sealed record Seed(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Records =>
        [.. Rows.Select(row => (IReadOnlyDictionary<string, string>)Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];

    public static Seed Parse(string name, string path, string text)
    {
        using var csv = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        if (!csv.Read()) throw new SeedException($"{path} is empty. Its first line must name the columns.");
        string[] columns = [.. csv.Record!.Select(column => column.Trim())];
        var rows = new List<string[]>();
        while (csv.Read())
        {
            var row = csv.Record!;
            if (row.Length != columns.Length)
                throw new SeedException($"{path} line {csv.RawRow}: {row.Length} cells, but the header names {columns.Length} ({string.Join(", ", columns)}). Quote cells that hold commas.");
            rows.Add(row);
        }

        return new Seed(name, columns, rows);
    }

    /// <summary>This seed with the rows of <paramref name="given"/>, in this seed's columns.</summary>
    public Seed With(Seed given, bool replaces, string path)
    {
        var unknown = given.Columns.Except(Columns, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw new SeedException($"{path}: unknown column {string.Join(", ", unknown)}. The seed '{Name}' has {string.Join(", ", Columns)}.");
        if (!given.Columns.Contains(Columns[0], StringComparer.Ordinal)) throw new SeedException($"{path}: the column '{Columns[0]}' is missing; it tells the rows apart.");

        var places = Columns.Select(column => given.Columns.ToList().IndexOf(column)).ToArray();
        string[][] rows = [.. given.Rows.Select(row => places.Select(place => place < 0 ? "" : row[place]).ToArray())];
        if (replaces) return this with { Rows = rows };
        var replaced = rows.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        return this with { Rows = [.. Rows.Where(row => !replaced.Contains(row[0])), .. rows] };
    }
}

/// <summary>A seed file that cannot be used; the message says which, where and how to mend it.</summary>
public sealed class SeedException(string message) : Exception(message);
