namespace SafetyAnalytics.Web.Tests;

/// <summary>The browser of this machine and how it is started.</summary>
internal static class Browser
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>No sandbox: tests also run as root in containers. The rest keeps the browser from calling home.</summary>
    public static readonly IReadOnlyList<string> Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

    /// <exception cref="InvalidOperationException">None is on the PATH.</exception>
    public static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return s_names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"A browser is needed: none of {string.Join(", ", s_names)} is on the PATH. On Debian: apt-get install chromium fonts-wqy-microhei.");
    }
}
