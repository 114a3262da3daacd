using System.CommandLine;
using SafetyAnalytics.Warehouse.Publishing;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline;

/// <summary><c>publish --verify</c>: whether a published snapshot is still what was published.</summary>
internal sealed class PublishCommand(Conversation say)
{
    /// <summary>Given without a name, the current snapshot is meant.</summary>
    public static Option<string?> Verify() => new("--verify") { Description = Messages.Of("option_verify"), Arity = ArgumentArity.ZeroOrOne };

    /// <exception cref="PipelineException">No snapshot has that name.</exception>
    public ExitCode Check(DataDirectory data, string? name, CancellationToken cancellationToken)
    {
        using var published = new PublishedDirectory(data.Published);
        var wanted = name ?? published.CurrentName()?.Text ?? throw new NoSnapshotException(data.Published);
        var folder = SnapshotName.TryParse(wanted, out var parsed) ? Path.Combine(data.Published, parsed.Text) : null;
        if (folder is null || !Directory.Exists(folder)) throw new PipelineException(ExitCode.Cannot, Messages.Of("no_such_snapshot", wanted, string.Join(", ", Names(data))));
        var verification = SnapshotVerification.Of(folder, cancellationToken);
        foreach (var file in verification.Damaged) say.Note(Messages.Of("file_" + Word(file.Fault), $"{verification.Name}/{file.Path}"));
        say.Result(Messages.Of(verification.IsWhole ? "verified" : "not_verified", verification.Name, verification.FileCount, verification.Damaged.Count));
        return verification.IsWhole ? ExitCode.Done : ExitCode.Waiting;
    }

    private static IEnumerable<string> Names(DataDirectory data) => Directory.Exists(data.Published)
        ? Directory.EnumerateDirectories(data.Published).Select(Path.GetFileName).OfType<string>().Where(one => !one.StartsWith('.')).Order(StringComparer.Ordinal)
        : [];

    private static string Word(FileFault fault) => fault switch
    {
        FileFault.Missing => "missing",
        FileFault.Extra => "extra",
        FileFault.Unreadable => "unreadable",
        _ => "altered",
    };
}
