using System.Text.Json;
using SafetyAnalytics.Pipeline.Sample;

namespace SafetyAnalytics.Pipeline.Tests.Sample;

[CollectionDefinition(nameof(SampleFixture))]
public sealed class WrittenOnce : ICollectionFixture<SampleFixture>;

/// <summary>Two years of sample, written once for all tests that only look at it.</summary>
public sealed class SampleFixture : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public SampleFixture()
    {
        Folder = NewFolder();
        Summary = SampleWriter.Write(new SampleOptions { Out = Folder });
        Truth = Read(Folder);
    }

    public DirectoryInfo Folder { get; }

    public SampleSummary Summary { get; }

    public Truth Truth { get; }

    /// <summary>The files that count: neither waiting nor superseded.</summary>
    public IEnumerable<TruthFile> Counting
    {
        get
        {
            var superseded = Truth.Files.Select(file => file.Supersedes).ToHashSet(StringComparer.Ordinal);
            return Truth.Files.Where(file => file.MustWait is null && !superseded.Contains(file.Path));
        }
    }

    public string PathOf(TruthFile file) => Path.Combine(Folder.FullName, file.Path);

    public static DirectoryInfo NewFolder() => new(Path.Combine(Path.GetTempPath(), $"sample-{Guid.NewGuid():N}"));

    public static Truth Read(DirectoryInfo folder) =>
        JsonSerializer.Deserialize<Truth>(File.ReadAllBytes(Path.Combine(folder.FullName, "truth.json")), Json)!;

    public void Dispose() => Folder.Delete(recursive: true);
}
