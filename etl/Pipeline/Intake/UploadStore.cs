using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SafetyAnalytics.Pipeline.Intake;

/// <summary>
/// The uploads of a data directory, on disk: what a person sent, and how far it has got. A folder each under <c>uploads/</c>; it is there whole or not at all,
/// and its state changes by one rename, so that a lost connection or a stopped server loses nothing.
/// <code>
/// uploads/ID/upload.json       an <see cref="Upload"/>
/// uploads/ID/001/name.xlsx     its files, until they have landed or were put aside
/// uploads/.arriving-ID/        one that still arrives
/// </code>
/// Private: file names may hold what must not be published.
/// </summary>
public sealed class UploadStore(DataDirectory data, TimeProvider clock)
{
    private const string StateFile = "upload.json";
    private const string ArrivingPrefix = ".arriving-";

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Lock _gate = new();

    /// <summary>Begins one; to be disposed.</summary>
    public UploadReceipt Begin(string? who)
    {
        var at = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        return new UploadReceipt(this, $"{at}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}", string.IsNullOrWhiteSpace(who) ? null : who.Trim());
    }

    /// <summary>All that are wholly here, latest first. One whose state cannot be read is left out.</summary>
    public IReadOnlyList<Upload> All() => Latest(int.MaxValue);

    /// <summary>The latest of <see cref="All"/>, without reading the others: after years there are thousands.</summary>
    public IReadOnlyList<Upload> Latest(int most) => !Directory.Exists(data.Uploads)
        ? []
        : [.. Directory.EnumerateDirectories(data.Uploads)
            .Select(folder => Path.GetFileName(folder))
            .Where(id => !id.StartsWith('.'))
            .OrderDescending(StringComparer.Ordinal)
            .Select(Find)
            .OfType<Upload>()
            .Take(most)];

    /// <summary>Where a file of an upload lies.</summary>
    public string PathOf(Upload upload, UploadedFile file)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(file);
        return Path.Combine([Folder(upload.Id), .. file.Place.Split('/')]);
    }

    /// <returns>Null when there is none, or its state cannot be read.</returns>
    public Upload? Find(string id)
    {
        if (!IsId(id)) return null;
        try
        {
            return JsonSerializer.Deserialize<Upload>(File.ReadAllText(Path.Combine(Folder(id), StateFile)), s_json);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Changes an upload as it stands now; two at once never lose each other's change.</summary>
    /// <param name="change">Gets the upload as it is on disk; null leaves it as it is.</param>
    /// <returns>The upload afterwards; null when there is none or <paramref name="change"/> did not want it.</returns>
    public Upload? Change(string id, Func<Upload, Upload?> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            if (Find(id) is not { } now || change(now) is not { } next) return null;
            Write(Folder(id), next);
            if (next.State is UploadState.Landed or UploadState.Discarded) RemoveFiles(id);
            return next;
        }
    }

    /// <summary>Somebody accepts what the preview shows. Null when it is not ready to be.</summary>
    public Upload? Accept(string id) => Change(id, upload => upload.State is UploadState.Ready or UploadState.Failed ? upload with { State = UploadState.Accepted, Fault = null } : null);

    /// <summary>Somebody puts it aside; its files go. Null when it has landed or is about to.</summary>
    public Upload? Discard(string id) => Change(id, upload => upload.State is UploadState.Received or UploadState.Ready or UploadState.Failed ? upload with { State = UploadState.Discarded, Preview = null } : null);

    /// <summary>Something it leans on has changed, such as a decision: its preview is to be worked out anew. Null when nothing is to be previewed.</summary>
    public Upload? Renew(string id) => Change(id, upload => upload.State is UploadState.Ready or UploadState.Failed ? upload with { State = UploadState.Received, Fault = null } : null);

    /// <summary>Removes what a process that was killed left half received. Only where no upload is arriving: at the start.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(data.Uploads)) return;
        foreach (var folder in Directory.EnumerateDirectories(data.Uploads, ArrivingPrefix + "*")) Directory.Delete(folder, recursive: true);
    }

    internal string Folder(string id) => Path.Combine(data.Uploads, id);

    internal string ArrivingFolder(string id) => Path.Combine(data.Uploads, ArrivingPrefix + id);

    internal static string NumberedFolder(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    internal Upload Admit(UploadReceipt receipt, IReadOnlyList<UploadedFile> files)
    {
        var upload = new Upload(receipt.Id, receipt.Who, clock.GetUtcNow(), files, UploadState.Received);
        Write(ArrivingFolder(receipt.Id), upload);
        Directory.Move(ArrivingFolder(receipt.Id), Folder(receipt.Id));
        return upload;
    }

    private static void Write(string folder, Upload upload)
    {
        var path = Path.Combine(folder, StateFile);
        using (var stream = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, upload, s_json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    private void RemoveFiles(string id)
    {
        foreach (var folder in Directory.EnumerateDirectories(Folder(id))) Directory.Delete(folder, recursive: true);
    }

    private static bool IsId(string id) => id.Length is > 0 and < 64 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
