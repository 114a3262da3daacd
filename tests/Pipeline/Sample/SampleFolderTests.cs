using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline.Sample;

namespace SafetyAnalytics.Pipeline.Tests.Sample;

public sealed class SampleFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = SampleFixture.NewFolder();

    public void Dispose()
    {
        if (Directory.Exists(_folder.FullName)) _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(_folder.FullName);
        File.WriteAllText(Path.Combine(_folder.FullName, "mine.txt"), "mine");

        var refusal = Assert.Throws<IOException>(() => SampleWriter.Write(new SampleOptions { Out = _folder, Months = 1 }));

        Assert.Contains(_folder.FullName, refusal.Message);
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(_folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void An_empty_folder_is_used()
    {
        Directory.CreateDirectory(_folder.FullName);

        SampleWriter.Write(new SampleOptions { Out = _folder, Months = 1 });

        Assert.Equal(["2022-05", "truth.json"], Directory.EnumerateFileSystemEntries(_folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cancelled_halfway_it_leaves_the_folder_as_it_was(bool existed)
    {
        if (existed) Directory.CreateDirectory(_folder.FullName);
        using var cancellation = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() =>
            SampleWriter.Write(new SampleOptions { Out = _folder, Months = 5 }, new CancelAfter(cancellation, 2), cancellation.Token));

        Assert.Equal(existed, Directory.Exists(_folder.FullName));
        Assert.Empty(existed ? Directory.EnumerateFileSystemEntries(_folder.FullName) : []);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SampleOptions.MonthsLimit + 1)]
    public void A_number_of_months_out_of_range_is_refused(int months)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleWriter.Write(new SampleOptions { Out = _folder, Months = months }));
        Assert.False(Directory.Exists(_folder.FullName));
    }

    [Fact]
    public void Progress_names_each_month_in_order()
    {
        var seen = new Reports();

        SampleWriter.Write(new SampleOptions { Out = _folder, Months = 2 }, seen);

        Assert.Equal([new SampleProgress(new LedgerMonth(2022, 5), 1, 2), new SampleProgress(new LedgerMonth(2022, 6), 2, 2)], seen.All);
    }

    private sealed class CancelAfter(CancellationTokenSource cancellation, int months) : IProgress<SampleProgress>
    {
        public void Report(SampleProgress value)
        {
            if (value.MonthsWritten == months) cancellation.Cancel();
        }
    }

    private sealed class Reports : IProgress<SampleProgress>
    {
        public List<SampleProgress> All { get; } = [];

        public void Report(SampleProgress value) => All.Add(value);
    }
}
