using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Tests.Decisions;

/// <summary>A page lists decisions while the inbox lands and others decide: nobody fails for it, and nothing is lost.</summary>
public sealed class ReadersAndWriterTests : IDisposable
{
    private readonly DataDirectory _data = new(Directory.CreateTempSubdirectory("raw-").FullName);

    public void Dispose() => Directory.Delete(_data.Root, recursive: true);

    [Fact]
    public async Task A_writer_waits_for_a_reader_of_the_same_process()
    {
        Decide("2022-05");
        var reader = DuckDbFile.OpenForReading(_data.RestrictedFile);
        var writing = Task.Run(() => Decide("2022-06"), TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(writing.IsCompleted);

        reader.Dispose();
        await writing;

        Assert.Equal("2022-06", Assert.Single(Log.Standing()).Value);
    }

    [Fact]
    public async Task Many_read_while_one_decides()
    {
        Decide("2022-01");
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => ReadUntil(done.Token), TestContext.Current.CancellationToken)).ToArray();

        for (var month = 2; month <= 12; month++) Decide($"2022-{month:00}");
        await done.CancelAsync();
        await Task.WhenAll(readers);

        Assert.Equal(12, Log.All().Count);
    }

    private DecisionLog Log => new(_data, Seeds.Embedded(), TimeProvider.System);

    private void Decide(string month) => Log.Append([new NewDecision(DecisionKind.FileMonth, "某甲") { FileSha256 = new string('a', 64), Value = month }]);

    private void ReadUntil(CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            Assert.NotEmpty(Log.All());
            Thread.Sleep(1);
        }
    }
}
