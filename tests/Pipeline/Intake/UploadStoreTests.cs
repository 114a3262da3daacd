using System.Text;
using SafetyAnalytics.Pipeline.Intake;

namespace SafetyAnalytics.Pipeline.Tests.Intake;

public sealed class UploadStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("uploads-").FullName;

    private DataDirectory Data => new(_folder);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_received_is_there_for_a_new_process()
    {
        var sent = await Send("6月台账.csv", "一\n二");
        var found = Assert.Single(Store().All());
        Assert.Equal((sent.Id, UploadState.Received, "某甲"), (found.Id, found.State, found.Who));
        var file = Assert.Single(found.Files);
        Assert.Equal(("6月台账.csv", 7), (file.Name, file.Bytes));
        Assert.Equal("一\n二", await File.ReadAllTextAsync(Store().PathOf(found, file), Token));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("一\n二"u8)), file.Sha256);
    }

    [Fact]
    public async Task An_upload_cut_off_leaves_nothing()
    {
        var store = Store();
        using (var receipt = store.Begin(null))
        {
            await receipt.AddAsync("a.csv", Bytes("whole"), 100, Token);
            await Assert.ThrowsAsync<IOException>(() => receipt.AddAsync("b.csv", new CutOff(), 100, Token));
        }

        Assert.Empty(store.All());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Data.Uploads));
    }

    [Fact]
    public async Task A_process_killed_while_receiving_leaves_nothing_after_the_sweep()
    {
        var receipt = Store().Begin(null);
        await receipt.AddAsync("a.csv", Bytes("whole"), 100, Token);
        var next = Store();
        Assert.Empty(next.All());
        next.Sweep();
        Assert.Empty(Directory.EnumerateFileSystemEntries(Data.Uploads));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_not_kept_and_the_others_are()
    {
        var store = Store();
        using var receipt = store.Begin(null);
        Assert.Null(await receipt.AddAsync("large.csv", Bytes(new string('x', 11)), 10, Token));
        Assert.NotNull(await receipt.AddAsync("fits.csv", Bytes(new string('x', 10)), 10, Token));
        Assert.Equal(["fits.csv"], receipt.Complete().Files.Select(file => file.Name));
    }

    [Fact]
    public async Task Two_files_of_one_name_are_two_files()
    {
        var store = Store();
        using var receipt = store.Begin(null);
        await receipt.AddAsync("台账.csv", Bytes("1"), 10, Token);
        await receipt.AddAsync("台账.csv", Bytes("2"), 10, Token);
        var upload = receipt.Complete();
        Assert.Equal(["1", "2"], upload.Files.Select(file => File.ReadAllText(store.PathOf(upload, file))));
    }

    [Fact]
    public void An_upload_without_a_file_is_none()
    {
        using var receipt = Store().Begin(null);
        Assert.Throws<InvalidOperationException>(receipt.Complete);
    }

    [Fact]
    public async Task It_lands_only_after_somebody_accepts_its_preview()
    {
        var store = Store();
        var id = (await Send("a.csv", "1")).Id;
        Assert.Null(store.Accept(id));
        store.Change(id, upload => upload with { State = UploadState.Ready, Preview = new([], []) });
        Assert.Equal(UploadState.Accepted, store.Accept(id)?.State);
        Assert.Null(store.Discard(id));
        Assert.Null(store.Accept(id));
        store.Change(id, upload => upload with { State = UploadState.Landed, Outcomes = [new("a.csv", LandOutcome.Landed, 1, null)] });
        Assert.Equal(["upload.json"], Directory.EnumerateFileSystemEntries(Path.Combine(Data.Uploads, id)).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Put_aside_its_files_go_and_the_note_stays()
    {
        var store = Store();
        var id = (await Send("a.csv", "1")).Id;
        Assert.Equal(UploadState.Discarded, store.Discard(id)?.State);
        Assert.Equal(UploadState.Discarded, Store().Find(id)?.State);
        Assert.Equal(["upload.json"], Directory.EnumerateFileSystemEntries(Path.Combine(Data.Uploads, id)).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_decision_sends_it_back_to_its_preview()
    {
        var store = Store();
        var id = (await Send("a.csv", "1")).Id;
        store.Change(id, upload => upload with { State = UploadState.Ready, Preview = new([], []) });
        Assert.Equal(UploadState.Received, store.Renew(id)?.State);
    }

    [Fact]
    public async Task The_latest_come_first()
    {
        var clock = new Later();
        var store = new UploadStore(Data, clock);
        foreach (var name in new[] { "a.csv", "b.csv", "c.csv" })
        {
            using var receipt = store.Begin(null);
            await receipt.AddAsync(name, Bytes(name), 100, Token);
            receipt.Complete();
        }

        Assert.Equal(["c.csv", "b.csv", "a.csv"], store.All().Select(upload => upload.Files[0].Name));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a/b")]
    public void No_address_leads_out_of_the_folder(string id) => Assert.Null(Store().Find(id));

    [Theory]
    [InlineData("6月台账.xlsx", "6月台账.xlsx")]
    [InlineData("C:\\Users\\某甲\\6月台账.xlsx", "6月台账.xlsx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..", "unnamed")]
    [InlineData("", "unnamed")]
    [InlineData(".upload.json", "upload.json")]
    [InlineData("a\u0000b\r\nc\u202Ed.csv", "abcd.csv")]
    [InlineData("<script>.csv", "_script_.csv")]
    [InlineData("nul.csv", "_nul.csv")]
    [InlineData("尾巴. . ", "尾巴")]
    public void A_name_is_made_safe_and_stays_readable(string given, string expected) => Assert.Equal(expected, SafeName.Of(given));

    [Fact]
    public void A_name_too_long_keeps_its_ending()
    {
        var name = SafeName.Of(new string('长', 300) + ".xlsx");
        Assert.EndsWith(".xlsx", name, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(name) < 255);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private UploadStore Store() => new(Data, TimeProvider.System);

    private async Task<Upload> Send(string name, string text)
    {
        using var receipt = Store().Begin(" 某甲 ");
        await receipt.AddAsync(name, Bytes(text), 100, Token);
        return receipt.Complete();
    }

    private sealed class Later : TimeProvider
    {
        private DateTimeOffset _now = new(2022, 7, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);
    }

    /// <summary>Gives a few bytes, then the line is dead.</summary>
    private sealed class CutOff : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _reads++ == 0 ? ValueTask.FromResult(3) : throw new IOException("cut off");
    }
}
