using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SafetyAnalytics.Web.Inbox;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Bench.Crowd;

/// <summary>A site in a process of its own, that tells what memory it holds.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private const string Held = "held-bytes";
    private const string Anywhere = "http://127.0.0.1:0";

    private readonly Process _process;
    private readonly HttpClient _client;

    private ServedSite(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _client = new() { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <param name="data">The data directory the dashboard is served from; null for the empty site.</param>
    public static async Task<ServedSite> StartAsync(string? data)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(ServedSite).Assembly.Location);
        start.ArgumentList.Add("--serve");
        start.ArgumentList.Add(data ?? "");
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The site ended before it listened.");
        return new(process, new Uri(address));
    }

    /// <summary>The child's side: serves until its input ends.</summary>
    public static async Task ServeAsync(string data)
    {
        var site = data.Length == 0 ? Empty() : Dashboard(data);
        site.MapGet(Held, () =>
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture);
        });
        await site.StartAsync();
        await Console.Out.WriteLineAsync(site.Urls.Single());
        await Console.In.ReadToEndAsync();
        await site.StopAsync();
    }

    /// <summary>Managed bytes that are still held after a full collection.</summary>
    public async Task<long> HeldBytesAsync() => long.Parse(await _client.GetStringAsync(new Uri(Held, UriKind.Relative)), CultureInfo.InvariantCulture);

    /// <summary>Processor time of all its threads since it started.</summary>
    public TimeSpan Cpu()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static WebApplication Dashboard(string data)
    {
        var options = new WebOptions { Data = data, Urls = [Anywhere] };
        return WebSite.Build(WebSite.Configure(options, asked => new PipelineIntake(asked, TimeProvider.System)), options);
    }

    private static WebApplication Empty()
    {
        // The assets of the dashboard: the empty site needs one of them, the script of Blazor.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebSite).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets().UseUrls(Anywhere);
        builder.Logging.ClearProviders();
        return EmptySite.Build(builder);
    }
}
