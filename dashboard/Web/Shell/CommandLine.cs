using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SafetyAnalytics.Web.Inbox;

namespace SafetyAnalytics.Web.Shell;

/// <summary>Reads the command line, starts the web, and turns what cannot be done into one sentence and an exit code (contract: 2 wrong usage, 3 cannot).</summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int WrongUsage = 2;
    public const int Cannot = 3;

    private static readonly Option<bool> s_demo = new("--demo") { Description = "Fill an empty data directory with generated sample ledgers first." };
    private static readonly Option<string> s_data = new("--data") { Description = "The data directory.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string?> s_seeds = new("--seeds") { Description = "A directory of csv files that extend or replace the embedded reference data." };
    private static readonly Option<string?> s_urls = new("--urls") { Description = $"Where to listen: loopback only. Default {WebOptions.DefaultUrl}." };
    private static readonly Option<string> s_inbox = new("--inbox") { Description = "land: files in the inbox land by themselves. preview: they wait until somebody accepts them on the page.", DefaultValueFactory = _ => "land" };
    private static readonly Option<int> s_fileLimit = Megabytes("--file-limit", "The most one uploaded file may have, in MiB.", 64, 1024);
    private static readonly Option<int> s_uploadLimit = Megabytes("--upload-limit", "The most one upload may have in all, in MiB.", 512, 4096);
    private static readonly Option<string> s_culture = new("--culture") { Description = "zh-CN or en-US: the language of a visitor who has not chosen one.", DefaultValueFactory = _ => "zh-CN" };

    public static async Task<int> RunAsync(string[] args, Func<WebOptions, ILedgerIntake> intake, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        s_culture.AcceptOnlyFromAmong("zh-CN", "en-US");
        s_inbox.AcceptOnlyFromAmong("land", "preview");
        var root = new RootCommand("The SafetyAnalytics dashboard.") { s_demo, s_data, s_seeds, s_urls, s_culture, s_inbox, s_fileLimit, s_uploadLimit };
        var exit = Done;
        root.SetAction(async (parsed, token) => exit = await RunAsync(Options(parsed), intake, output, error, token));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) await error.WriteLineAsync(fault.Message);
            return WrongUsage;
        }

        await parsed.InvokeAsync(new() { Output = output, Error = error }, cancellation);
        return exit;
    }

    private static WebOptions Options(ParseResult parsed) => new()
    {
        IsDemo = parsed.GetValue(s_demo),
        Data = Path.GetFullPath(parsed.GetValue(s_data)!),
        Seeds = parsed.GetValue(s_seeds) is { } seeds ? Path.GetFullPath(seeds) : null,
        Urls = parsed.GetValue(s_urls)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Culture = CultureInfo.GetCultureInfo(parsed.GetValue(s_culture)!),
        InboxMode = parsed.GetValue(s_inbox) is "preview" ? InboxMode.Preview : InboxMode.Land,
        UploadFileBytes = (long)parsed.GetValue(s_fileLimit) << 20,
        UploadBytes = (long)parsed.GetValue(s_uploadLimit) << 20,
    };

    private static Option<int> Megabytes(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is var given && (given < 1 || given > most)) result.AddError($"{name}: {given.ToString(CultureInfo.InvariantCulture)} is not from 1 to {most.ToString(CultureInfo.InvariantCulture)}.");
        });
        return option;
    }

    private static async Task<int> RunAsync(WebOptions asked, Func<WebOptions, ILedgerIntake> intake, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (asked.Seeds is { } seeds && !Directory.Exists(seeds)) return await Fail(error, WrongUsage, $"--seeds: there is no directory '{seeds}'.");

        var builder = WebSite.Configure(asked, intake);
        var (options, refusal) = Addresses(asked, builder.Configuration);
        if (refusal is not null) return await Fail(error, WrongUsage, refusal);

        try
        {
            await using var site = WebSite.Build(builder, options);
            await site.StartAsync(cancellation);
            foreach (var address in site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses) await output.WriteLineAsync(address);
            await output.FlushAsync(cancellation);
            await site.WaitForShutdownAsync(cancellation);
            return Done;
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            return await Fail(error, Cannot, $"Another program already listens on {string.Join(", ", options.Urls)}. End it, or choose another port with --urls http://127.0.0.1:5081.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await Fail(error, Cannot, $"Cannot start: {fault.Message} Check that '{options.Data}' can be written, or choose another place with --data.");
        }
    }

    /// <summary>--urls beats the environment and configuration files; all that Kestrel would listen to is looked at.</summary>
    private static (WebOptions Options, string? Refusal) Addresses(WebOptions asked, ConfigurationManager configuration)
    {
        var origin = asked.Urls.Count > 0 ? "--urls" : "ASPNETCORE_URLS or the setting 'urls'";
        var configured = configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        IReadOnlyList<string> urls = asked.Urls.Count > 0 ? asked.Urls : configured.Length > 0 ? configured : [WebOptions.DefaultUrl];
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        var refusal = urls.Select(url => Loopback.Refuse(url, origin)).Concat(endpoints.Select(url => Loopback.Refuse(url, "The setting 'Kestrel:Endpoints'"))).FirstOrDefault(refused => refused is not null);
        return (asked with { Urls = urls }, refusal);
    }

    private static async Task<int> Fail(TextWriter error, int code, string sentence)
    {
        await error.WriteLineAsync(sentence);
        return code;
    }
}
