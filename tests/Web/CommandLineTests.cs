using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--urls", "http://0.0.0.0:5080", "0.0.0.0")]
    [InlineData("--urls", "http://*:5080", "*")]
    [InlineData("--urls", "http://+:5080", "+")]
    [InlineData("--urls", "http://[::]:5080", "[::]")]
    [InlineData("--urls", "http://192.0.2.7:5080", "192.0.2.7")]
    [InlineData("--urls", "http://example.org", "example.org")]
    [InlineData("--urls", "http://127.0.0.1:5080;http://0.0.0.0:5081", "0.0.0.0:5081")]
    [InlineData("--urls", "https://127.0.0.1:5080", "certificate")]
    [InlineData("--urls", "5080", "not an address")]
    [InlineData("--urls", "http://127.0.0.1:99999", "99999")]
    [InlineData("--culture", "fr-FR", "fr-FR")]
    [InlineData("--seeds", "no-such-folder", "no-such-folder")]
    [InlineData("--colour", "red", "--colour")]
    [InlineData("--data", null, "--data")]
    [InlineData("stray", null, "stray")]
    public async Task Wrong_usage_is_one_message_that_names_it_and_exit_code_2(string option, string? value, string named)
    {
        var (code, output, error) = await RunAsync(value is null ? [option] : [option, value]);
        Assert.Equal(2, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:5080", 2)]
    [InlineData("ASPNETCORE_URLS", "http://*:5080", 2)]
    [InlineData("DOTNET_URLS", "http://*:5080", 2)]
    [InlineData("Kestrel__Endpoints__Web__Url", "http://0.0.0.0:5099", 2)]
    public async Task Another_address_is_refused_wherever_it_comes_from(string variable, string value, int expected)
    {
        using var process = Start([], variable, value);
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)));
        Assert.Equal(expected, process.ExitCode);
        Assert.Contains("loopback", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_with_a_cure_and_exit_code_3()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (code, _, error) = await RunAsync(["--urls", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", "--data", Folder()]);
        Assert.Equal(3, code);
        Assert.Contains("--urls", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_is_exit_code_3()
    {
        var file = Path.GetTempFileName();
        var (code, _, error) = await RunAsync(["--urls", "http://127.0.0.1:0", "--data", file]);
        Assert.Equal(3, code);
        Assert.Contains(file, error, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task The_real_process_prints_its_address_serves_its_assets_and_binds_to_nothing_else()
    {
        using var process = Start(["--urls", "http://127.0.0.1:0", "--data", Folder()], "ASPNETCORE_HTTP_PORTS", "0");
        try
        {
            var address = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.StartsWith("http://127.0.0.1:", address, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new Uri(address!) };
            foreach (var asset in new[] { "/", "/site.css", "/_framework/blazor.web.js", "/_content/Radzen.Blazor/Radzen.Blazor.min.js", "/health/live" })
            {
                using var response = await client.GetAsync(new Uri(asset, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode is HttpStatusCode.OK, $"{asset}: {response.StatusCode}");
            }
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        var (code, output, _) = await RunAsync(["--help"]);
        Assert.Equal(0, code);
        Assert.All(new[] { "--demo", "--data", "--seeds", "--urls", "--culture" }, option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    private static string Folder() => Path.Combine(Path.GetTempPath(), "web-" + Guid.NewGuid().ToString("n"));

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, _ => new FakeIntake(), output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    private static Process Start(string[] args, string variable, string value)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "SafetyAnalytics.Web")) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.Environment[variable] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start)!;
    }
}
