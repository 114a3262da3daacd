using System.Globalization;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline.Sample;

namespace SafetyAnalytics.Pipeline.Tests.Sample;

public sealed class SampleRepeatabilityTests
{
    [Fact]
    public void The_same_options_give_the_same_bytes_and_times_in_any_culture()
    {
        var first = Written(new SampleOptions { Out = SampleFixture.NewFolder(), Months = 3 }, "zh-CN");
        var second = Written(new SampleOptions { Out = SampleFixture.NewFolder(), Months = 3 }, "ar-SA");

        Assert.Equal(first, second);
        Assert.Contains(first, file => file.Path.EndsWith(".docx", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_seed_gives_another_history()
    {
        var first = Written(new SampleOptions { Out = SampleFixture.NewFolder(), Months = 1, Seed = 1 });
        var second = Written(new SampleOptions { Out = SampleFixture.NewFolder(), Months = 1, Seed = 2 });

        Assert.Empty(first.Where(file => file.Path.Contains("应急办")).Select(file => file.Content).Intersect(second.Select(file => file.Content)));
    }

    [Fact]
    public void More_months_leave_the_earlier_files_as_they_were()
    {
        var two = Written(new SampleOptions { Out = SampleFixture.NewFolder(), Months = 2 });
        var four = Written(new SampleOptions { Out = SampleFixture.NewFolder(), Months = 4 });

        Assert.Empty(two.Where(file => file.Path != "truth.json").Except(four));
    }

    [Fact]
    public void Months_begin_where_they_are_told_to()
    {
        var files = Written(new SampleOptions { Out = SampleFixture.NewFolder(), Months = 2, FirstMonth = new LedgerMonth(2023, 12) });

        Assert.Equal(["2023-12", "2024-01"], files.Select(file => file.Path).Where(path => path.Contains('/')).Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static List<WrittenFile> Written(SampleOptions options, string culture = "")
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            SampleWriter.Write(options);
            return [.. options.Out.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Describe(options.Out, file)).OrderBy(file => file.Path, StringComparer.Ordinal)];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            options.Out.Delete(recursive: true);
        }
    }

    /// <summary>truth.json has no time of its own.</summary>
    private static WrittenFile Describe(DirectoryInfo folder, FileInfo file)
    {
        var path = Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/');
        return new WrittenFile(path, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file.FullName))), path == "truth.json" ? default : file.LastWriteTimeUtc);
    }

    private sealed record WrittenFile(string Path, string Content, DateTime Time);
}
