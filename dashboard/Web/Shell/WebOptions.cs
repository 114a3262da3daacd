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

    public string Published => Path.Combine(Data, "published");

    public string Inbox => Path.Combine(Data, "inbox");

    public string Landed => Path.Combine(Data, "landed");

    public string Sample => Path.Combine(Data, "sample");
}
