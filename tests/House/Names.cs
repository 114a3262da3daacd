using System.Text.RegularExpressions;

namespace SafetyAnalytics.House.Tests;

/// <summary>A name says what lives there.</summary>
public sealed partial class Names
{
    private static readonly string[] s_topLevel = ["etl", "warehouse", "dashboard", "notebooks", "tests", ".ci"];

    private static readonly string[] s_rootFiles =
    [
        "SafetyAnalytics.sln", "README.md", "LICENSE", "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", ".editorconfig", ".gitignore", ".gitattributes",
    ];

    [Fact]
    public void Nothing_is_called_by_a_word_that_says_nothing()
    {
        House.HasNo(House.Files.Where(path => path.Split('/').Any(part => Empty().IsMatch(part))));
    }

    [Fact]
    public void No_type_is_called_by_a_word_that_says_nothing()
    {
        House.HasNo(House.Named(".cs").Where(path => EmptyType().IsMatch(House.Text(path))));
    }

    [Fact]
    public void The_top_level_holds_the_five_folders_and_nothing_else()
    {
        House.HasNo(House.Files.Where(path => path.Contains('/', StringComparison.Ordinal) ? !s_topLevel.Contains(path.Split('/')[0], StringComparer.Ordinal) : !s_rootFiles.Contains(path, StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_top_folder_says_what_lives_there()
    {
        House.HasNo(new[] { "etl", "warehouse", "dashboard", "notebooks", "tests" }.Where(folder => !House.Files.Contains($"{folder}/README.md", StringComparer.Ordinal)));
    }

    [Fact]
    public void Nothing_is_left_for_later_in_the_code()
    {
        string[] endings = [".cs", ".razor", ".sql", ".sh"];
        House.HasNo(House.Files
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)) && path != "tests/House/Names.cs")
            .Where(path => Later().IsMatch(House.Text(path))));
    }

    [Fact]
    public void No_path_of_one_machine_stands_in_the_repository()
    {
        string[] endings = [".cs", ".razor", ".sql", ".sh", ".md", ".csproj", ".props", ".json", ".csv"];
        House.HasNo(House.Files
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)) || path == ".ci/run")
            .Where(path => MachinePath().IsMatch(House.Text(path))));
    }

    [GeneratedRegex(@"^(Common|Core|Shared|Utils|Utilities|Helpers?|Services?|Managers?|Base)(\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+\w*(Common|Core|Utils|Utility|Helper|Manager|Base)\b")]
    private static partial Regex EmptyType();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"(^|[^A-Za-z0-9_.~-])/(home|root|work|Users)/[a-z]")]
    private static partial Regex MachinePath();
}
