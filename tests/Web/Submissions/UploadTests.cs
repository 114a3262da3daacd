using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Tests.Submissions;

/// <summary>The upload form as the server sees it, without a browser.</summary>
public sealed partial class UploadTests
{
    private const string Ledger = "序号,单位名称,问题隐患\n1,示例餐馆,灭火器过期\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_without_script_is_kept_and_led_to_its_preview()
    {
        await using var site = await Site.StartAsync();
        using var form = await Form.OpenAsync(site);
        using var answer = await form.PostAsync(isScript: false, ("台账.csv", Encoding.UTF8.GetBytes(Ledger)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var upload = Assert.Single(Uploads(site));
        Assert.Equal($"/submissions/uploads/{upload.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal(("某甲", "台账.csv"), (upload.Who, Assert.Single(upload.Files).Name));
        Assert.Contains("台账.csv", await site.GetAsync(answer.Headers.Location.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_told_where_the_preview_is()
    {
        await using var site = await Site.StartAsync();
        using var form = await Form.OpenAsync(site);
        using var answer = await form.PostAsync(isScript: true, ("台账.csv", Encoding.UTF8.GetBytes(Ledger)), ("b.csv", Encoding.UTF8.GetBytes(Ledger)));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var upload = Assert.Single(Uploads(site));
        Assert.Equal(2, upload.Files.Count);
        Assert.Equal($"submissions/uploads/{upload.Id}", (await JsonAsync(answer)).GetProperty("location").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("forged")]
    public async Task Without_the_pages_own_token_nothing_is_kept(string? token)
    {
        await using var site = await Site.StartAsync();
        using var form = await Form.OpenAsync(site);
        using var answer = await form.PostAsync(isScript: true, token, ("台账.csv", Encoding.UTF8.GetBytes(Ledger)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("页面已过期", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Empty(Left(site));
    }

    public static TheoryData<string, byte[]> NoLedgers => new()
    {
        { "台账.xlsx", "%PDF-1.7 \n"u8.ToArray() },
        { "台账.csv", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0] },
        { "台账.docx", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0xB8, 0, 0, 0] },
        { "台账.xlsx", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
        { "台账.xlsx", [] },
    };

    [Theory]
    [MemberData(nameof(NoLedgers))]
    public async Task A_type_is_told_by_the_first_bytes_and_refused_with_the_cure(string name, byte[] content)
    {
        await using var site = await Site.StartAsync();
        using var form = await Form.OpenAsync(site);
        using var answer = await form.PostAsync(isScript: true, (name, content));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        var message = Assert.Single((await JsonAsync(answer)).GetProperty("messages").EnumerateArray()).GetString()!;
        Assert.Contains(name, message, StringComparison.Ordinal);
        Assert.Contains("请", message, StringComparison.Ordinal);
        Assert.Empty(Left(site));
    }

    [Fact]
    public async Task What_is_no_ledger_does_not_hold_up_the_others()
    {
        await using var site = await Site.StartAsync();
        using var form = await Form.OpenAsync(site);
        using var answer = await form.PostAsync(isScript: false, ("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2]), ("台账.csv", Encoding.UTF8.GetBytes(Ledger)));
        Assert.Equal("台账.csv", Assert.Single(Assert.Single(Uploads(site)).Files).Name);
        Assert.Contains("“照片.jpg”未收下", await site.GetAsync(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_and_named_and_the_others_are_kept()
    {
        await using var site = await Site.StartAsync(change: options => options with { UploadFileBytes = 1000 });
        using var form = await Form.OpenAsync(site);
        using var answer = await form.PostAsync(isScript: true, ("large.csv", Large(9000)), ("台账.csv", Encoding.UTF8.GetBytes(Ledger)));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("large.csv", Assert.Single((await JsonAsync(answer)).GetProperty("messages").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal("台账.csv", Assert.Single(Assert.Single(Uploads(site)).Files).Name);
    }

    [Theory]
    [InlineData(6000, 500)]
    [InlineData(6000, 1)]
    public async Task An_upload_over_its_limits_leaves_nothing(int uploadBytes, int files)
    {
        await using var site = await Site.StartAsync(change: options => options with { UploadBytes = uploadBytes, UploadFiles = files });
        using var form = await Form.OpenAsync(site);
        using var answer = await form.PostAsync(isScript: true, ("a.csv", Large(files == 1 ? 100 : 4000)), ("b.csv", Large(files == 1 ? 100 : 4000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(Left(site));
    }

    [Theory]
    [InlineData("../../../evil.csv", "evil.csv")]
    [InlineData("C:\\temp\\台账.csv", "台账.csv")]
    [InlineData("folder/子目录/台账.csv", "台账.csv")]
    [InlineData("a<b>.csv", "a_b_.csv")]
    public async Task A_name_is_never_a_path(string given, string kept)
    {
        await using var site = await Site.StartAsync();
        using var form = await Form.OpenAsync(site);
        using var answer = await form.PostAsync(isScript: true, (given, Encoding.UTF8.GetBytes(Ledger)));
        Assert.Equal(kept, Assert.Single(Assert.Single(Uploads(site)).Files).Name);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(site.Published.Data)!, "evil.csv"));
    }

    [Fact]
    public async Task An_empty_form_is_told_what_is_missing()
    {
        await using var site = await Site.StartAsync();
        using var form = await Form.OpenAsync(site);
        using var answer = await form.PostAsync(isScript: false, ("", []));
        Assert.Contains("没有选择文件", await site.GetAsync(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Empty(Left(site));
    }

    [Fact]
    public async Task Something_else_than_a_form_is_refused()
    {
        await using var site = await Site.StartAsync();
        using var answer = await site.Client.PostAsync(new Uri("/submissions/uploads", UriKind.Relative), new StringContent("x"), Token);
        Assert.Contains("不是上传表单发来的内容", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Empty(Left(site));
    }

    [Fact]
    public async Task An_upload_cut_off_in_the_middle_leaves_nothing_and_no_ghost()
    {
        await using var site = await Site.StartAsync();
        using var form = await Form.OpenAsync(site);
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(site.Address.Host, site.Address.Port, Token);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(
                $"POST /submissions/uploads HTTP/1.1\r\nHost: {site.Address.Authority}\r\nCookie: {form.Cookie}\r\nRequestVerificationToken: {form.Token}\r\nAccept: application/json\r\n" +
                "Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: 900000\r\n\r\n--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"whole.csv\"\r\n\r\n" + Ledger +
                "\r\n--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"half.csv\"\r\n\r\n" + Ledger), Token);
            await stream.WriteAsync(Large(200_000), Token);
            await Eventually.Holds(() => Left(site).Length > 0, "the upload is arriving");
            Assert.Empty(Uploads(site));
        }

        await Eventually.Holds(() => Left(site).Length == 0, "nothing is left of it");
        Assert.Empty(Uploads(site));
        Assert.DoesNotContain("whole.csv", await site.GetAsync("/submissions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_received_is_shown_after_a_restart()
    {
        var first = await Site.StartAsync(intake: new FakeIntake { Preview = async (_, cancellation) => { await Task.Delay(Timeout.Infinite, cancellation); return new([], []); } });
        using (var form = await Form.OpenAsync(first)) (await form.PostAsync(isScript: true, ("台账.csv", Encoding.UTF8.GetBytes(Ledger)))).Dispose();
        Assert.Contains("台账.csv", await first.GetAsync("/submissions"), StringComparison.Ordinal);
        await first.StopAsync();
        await using var second = await Site.StartAsync(first.Published, new FakeIntake());
        Assert.Contains("台账.csv", await second.GetAsync("/submissions"), StringComparison.Ordinal);
        await Eventually.Holds(() => Uploads(second)[0].State is UploadState.Ready, "the preview that was broken off is worked out");
    }

    [Fact]
    public async Task The_message_of_a_fault_stays_in_nobodys_sight()
    {
        await using var site = await Site.StartAsync(intake: new FakeIntake { Preview = (_, _) => throw new InvalidOperationException("secret 13800138000") });
        using var form = await Form.OpenAsync(site);
        (await form.PostAsync(isScript: true, ("台账.csv", Encoding.UTF8.GetBytes(Ledger)))).Dispose();
        await Eventually.Holds(() => Uploads(site)[0].State is UploadState.Failed, "the fault is told");
        var page = await site.GetAsync($"/submissions/uploads/{Uploads(site)[0].Id}");
        Assert.Contains("预览时程序出错", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_inbox_preview_a_dropped_file_waits_for_somebody()
    {
        var intake = new FakeIntake();
        await using var site = await Site.StartAsync(intake: intake, change: options => options with { InboxMode = InboxMode.Preview });
        var path = Path.Combine(site.Inbox, "台账.csv");
        await File.WriteAllTextAsync(path, Ledger, Token);
        await Eventually.Holds(() => !File.Exists(path), "the file leaves the inbox");
        await Eventually.Holds(() => Uploads(site) is [{ State: UploadState.Ready }], "it is held as an upload");
        Assert.Empty(intake.Runs);
    }

    [Theory]
    [InlineData("--file-limit", "0")]
    [InlineData("--upload-limit", "5000")]
    [InlineData("--inbox", "hold")]
    public async Task Limits_out_of_range_are_wrong_usage(string option, string value)
    {
        using var error = new StringWriter();
        Assert.Equal(2, await CommandLine.RunAsync([option, value], _ => new FakeIntake(), TextWriter.Null, error, Token));
        Assert.Contains(option == "--inbox" ? value : option, error.ToString(), StringComparison.Ordinal);
    }

    internal static IReadOnlyList<Upload> Uploads(Site site) => new UploadStore(new DataDirectory(site.Published.Data), TimeProvider.System).All();

    internal static string[] Left(Site site) => Directory.Exists(Path.Combine(site.Published.Data, "uploads")) ? Directory.GetFileSystemEntries(Path.Combine(site.Published.Data, "uploads")) : [];

    private static byte[] Large(int bytes) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b,c\n", (bytes / 6) + 1)));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;

    /// <summary>The page's own token and cookie, as a browser holds them.</summary>
    private sealed partial class Form : IDisposable
    {
        private readonly HttpClient _client;

        private Form(Uri address, string token, string cookie)
        {
            (Token, Cookie) = (token, cookie);
            _client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        }

        public string Token { get; }

        public string Cookie { get; }

        public static async Task<Form> OpenAsync(Site site)
        {
            using var page = await site.Client.GetAsync(new Uri("/submissions", UriKind.Relative), TestContext.Current.CancellationToken);
            var token = TokenField().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups["token"].Value;
            var cookie = page.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(".AspNetCore.Antiforgery", StringComparison.Ordinal)).Split(';')[0];
            Assert.NotEmpty(token);
            return new(site.Address, token, cookie);
        }

        public Task<HttpResponseMessage> PostAsync(bool isScript, params (string Name, byte[] Content)[] files) => PostAsync(isScript, Token, files);

        public async Task<HttpResponseMessage> PostAsync(bool isScript, string? token, params (string Name, byte[] Content)[] files)
        {
            // Names as browsers send them: UTF-8, not encoded words.
            var body = new MemoryStream();
            await WriteAsync(body, token, files);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/submissions/uploads") { Content = new ByteArrayContent(body.ToArray()) };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=part");
            request.Headers.Add("Cookie", Cookie);
            if (isScript) request.Headers.Add("Accept", "application/json");
            return await _client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        public void Dispose() => _client.Dispose();

        private static async Task WriteAsync(MemoryStream body, string? token, (string Name, byte[] Content)[] files)
        {
            if (token is not null) await TextAsync($"--part\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n");
            await TextAsync("--part\r\nContent-Disposition: form-data; name=\"who\"\r\n\r\n某甲\r\n");
            foreach (var (name, content) in files)
            {
                await TextAsync($"--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
                await body.WriteAsync(content);
                await TextAsync("\r\n");
            }

            await TextAsync("--part--\r\n");

            ValueTask TextAsync(string text) => body.WriteAsync(Encoding.UTF8.GetBytes(text));
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex TokenField();
    }
}
