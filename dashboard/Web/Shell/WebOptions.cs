using System.Globalization;

namespace SafetyAnalytics.Web.Shell;

/// <summary>How the web was asked to run.</summary>
public sealed record WebOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The data directory, absolute. Default <c>data</c> in the working directory.</summary>
    public string Data { get; init; } = Path.GetFullPath("data");

    /// <summary>Seeds that extend the embedded ones, absolute; null for none.</summary>
    public string? Seeds { get; init; }

    /// <summary>Fill an empty data directory with the sample first.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Addresses to listen on, each one loopback.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>The culture of a visitor who has not chosen one. Default zh-CN.</summary>
    public CultureInfo Culture { get; init; } = PageCulture.Chinese;

    /// <summary>What becomes of files dropped into the inbox. Default: they land by themselves.</summary>
    public InboxMode InboxMode { get; init; }

    /// <summary>The most one uploaded file may have, in bytes. Default 64 MiB; 1 to 1024 MiB.</summary>
    public long UploadFileBytes { get; init; } = 64L << 20;

    /// <summary>The most one upload may have in all, in bytes. Default 512 MiB; 1 to 4096 MiB.</summary>
    public long UploadBytes { get; init; } = 512L << 20;

    /// <summary>The most files of one upload. Default 500.</summary>
    public int UploadFiles { get; init; } = 500;

    public string Published => Path.Combine(Data, "published");

    public string Inbox => Path.Combine(Data, "inbox");

    public string Landed => Path.Combine(Data, "landed");

    public string Sample => Path.Combine(Data, "sample");
}

/// <summary>What becomes of files dropped into the inbox.</summary>
public enum InboxMode
{
    /// <summary>They land by themselves.</summary>
    Land,

    /// <summary>They are held as an upload until somebody has looked at what they change.</summary>
    Preview,
}
