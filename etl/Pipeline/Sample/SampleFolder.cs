using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SafetyAnalytics.Pipeline.Sample;

/// <summary>The folder a sample is written into: filled aside first, so that a sample is there whole or not at all.</summary>
internal sealed class SampleFolder : IDisposable
{
    private const string TruthName = "truth.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    };

    private readonly DirectoryInfo _folder;
    private readonly DirectoryInfo _aside;
    private readonly bool _isNew;
    private bool _isFinished;

    /// <exception cref="IOException">The folder is not empty.</exception>
    public SampleFolder(DirectoryInfo folder)
    {
        _isNew = !Directory.Exists(folder.FullName);
        if (!_isNew && Directory.EnumerateFileSystemEntries(folder.FullName).Any())
        {
            throw new IOException($"The folder '{folder.FullName}' is not empty. Name another one, or empty it.");
        }

        _folder = Directory.CreateDirectory(folder.FullName);
        _aside = _folder.CreateSubdirectory(".partial");
    }

    public void Add(string path, byte[] bytes, DateTimeOffset receivedAt)
    {
        var file = Path.Combine(_aside.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        File.SetLastWriteTimeUtc(file, receivedAt.UtcDateTime);
    }

    public void Finish(Truth truth)
    {
        var aside = Path.Combine(_aside.FullName, TruthName);
        using (var stream = File.Create(aside)) JsonSerializer.Serialize(stream, truth, Json);
        foreach (var month in _aside.GetDirectories()) month.MoveTo(Path.Combine(_folder.FullName, month.Name));
        File.Move(aside, Path.Combine(_folder.FullName, TruthName));
        _aside.Delete();
        _isFinished = true;
    }

    public void Dispose()
    {
        if (_isFinished) return;
        _aside.Delete(recursive: true);
        if (_isNew) _folder.Delete();
    }
}
