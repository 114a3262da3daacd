namespace SafetyAnalytics.Pipeline;

/// <summary>
/// The one place on disk that is not the product's own: what came in, what was built, what is published.
/// <code>
/// inbox/                       drop files here
/// uploads/ID                   what was sent through the page and does not count yet
/// landed/SHA-256               every file that ever came, verbatim
/// build/restricted.duckdb      raw rows and settings: the only state; holds personal data
/// build/warehouse.duckdb       the last build; no personal data
/// models/                      trained models with their cards
/// published/CURRENT            the name of the snapshot readers open
/// </code>
/// </summary>
public sealed class DataDirectory
{
    public DataDirectory(string path)
    {
        Root = Path.GetFullPath(path);
        Inbox = Path.Combine(Root, "inbox");
        Uploads = Path.Combine(Root, "uploads");
        Landed = Path.Combine(Root, "landed");
        Build = Path.Combine(Root, "build");
        Published = Path.Combine(Root, "published");
        Models = Path.Combine(Root, "models");
    }

    public string Root { get; }

    public string Inbox { get; }

    public string Uploads { get; }

    public string Landed { get; }

    public string Build { get; }

    public string Published { get; }

    /// <summary>Trained models with their cards.</summary>
    public string Models { get; }

    public string RestrictedFile => Path.Combine(Build, "restricted.duckdb");

    public string WarehouseFile => Path.Combine(Build, "warehouse.duckdb");

    /// <summary>Where the details of a fault of ours are written.</summary>
    public string FaultFile => Path.Combine(Build, "last-fault.txt");

    /// <summary>Present when the ledgers here were made by <c>safety sample</c>; its words travel into the manifest.</summary>
    public string SampleMark => Path.Combine(Root, "sample", "truth.json");

    /// <summary>Holds the directory for one writer until disposed. The operating system lets go of it however the process ends.</summary>
    /// <exception cref="PipelineException">Another process is writing, or the directory cannot be written.</exception>
    public IDisposable LockForWriting()
    {
        try
        {
            foreach (var folder in new[] { Inbox, Landed, Build, Published }) Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(Build, "writer.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("data_not_writable", Root), e);
        }
        catch (IOException e) when (Directory.Exists(Build))
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("data_locked", Root), e) { IsBusy = true };
        }
        catch (IOException e)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("data_not_a_folder", Root, e.Message), e);
        }
    }
}
