using System.Text.RegularExpressions;

namespace SafetyAnalytics.House.Tests;

/// <summary>The README's words are tried: its commands name things that are there, and its dependency table is whole.</summary>
public sealed partial class Readme
{
    private static readonly string s_text = House.Text("README.md");

    [Fact]
    public void Every_package_stands_in_the_dependency_table_with_its_reason()
    {
        var packages = PackageVersion().Matches(House.Text("Directory.Packages.props")).Select(match => match.Groups[1].Value);
        House.HasNo(packages.Where(package => !s_text.Split('\n').Any(line => line.StartsWith('|') && line.Contains($"`{package}`", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_project_it_runs_is_there()
    {
        var projects = Project().Matches(s_text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("dashboard/Web", projects);
        House.HasNo(projects.Where(project => !House.Files.Any(path => path.StartsWith(project + "/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_verb_it_names_is_a_verb_of_the_program()
    {
        var program = string.Concat(House.Files.Where(path => path.StartsWith("etl/Pipeline/", StringComparison.Ordinal) && path.EndsWith("Command.cs", StringComparison.Ordinal)).Select(House.Text));
        var verbs = Verb().Matches(s_text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(verbs);
        House.HasNo(verbs.Where(verb => !program.Contains($"Verb(\"{verb}\"", StringComparison.Ordinal) && !program.Contains($"new Command(\"{verb}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_file_it_links_to_is_there()
    {
        var pages = House.Named("README.md").ToList();
        var missing = pages.SelectMany(page => Link().Matches(House.Text(page)).Select(match => (Page: page, Target: match.Groups[1].Value)))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && !link.Target.StartsWith('#'))
            .Where(link => !Path.Exists(Path.Combine(House.Root, Path.GetDirectoryName(link.Page)!, link.Target.Split('#')[0])));
        House.HasNo(missing);
    }

    /// <summary>Both programs put data/ where the person stands: `dotnet run` asks the project where to start it.</summary>
    [Theory]
    [InlineData("dashboard/Web/Web.csproj")]
    [InlineData("etl/Pipeline/Pipeline.csproj")]
    public async Task A_program_runs_where_it_was_called(string project)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", ["msbuild", project, "-getProperty:RunWorkingDirectory", "-nologo"])
        {
            WorkingDirectory = House.Root, UseShellExecute = false, RedirectStandardOutput = true,
        })!;
        var directory = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Empty(directory.Trim());
    }

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"--project (\S+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"--project etl/Pipeline -- ([a-z]+)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
