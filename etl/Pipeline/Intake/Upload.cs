using System.Text.Json.Serialization;

namespace SafetyAnalytics.Pipeline.Intake;

/// <summary>Where an upload stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UploadState>))]
public enum UploadState
{
    /// <summary>Wholly here; its preview is to be worked out.</summary>
    Received,

    /// <summary>Its preview can be looked at; nothing of it counts.</summary>
    Ready,

    /// <summary>Somebody accepted it; it waits its turn to land.</summary>
    Accepted,

    /// <summary>Landed, built and published.</summary>
    Landed,

    /// <summary>Somebody put it aside; its files are gone.</summary>
    Discarded,

    /// <summary>Broke on the way; <see cref="Upload.Fault"/> says on what. Its files are kept, and it can be tried again.</summary>
    Failed,
}

/// <summary>Some files that one person sent at one time. Nothing of them counts before somebody accepts them.</summary>
/// <param name="Id">Opaque, safe in a path and an address; later ones sort last.</param>
/// <param name="Who">Who sent it, as they said; null when they did not.</param>
/// <param name="Fault">Code of what it broke on; null when it did not.</param>
/// <param name="Preview">What landing it would change; null until that is worked out.</param>
/// <param name="Outcomes">What became of its files; null until they have landed.</param>
public sealed record Upload(
    string Id,
    string? Who,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<UploadedFile> Files,
    UploadState State,
    string? Fault = null,
    PreviewResult? Preview = null,
    IReadOnlyList<UploadOutcome>? Outcomes = null);

/// <param name="Name">The sender's name for it, made safe to show and to store.</param>
/// <param name="Place">Where it lies within the upload's folder until it has landed; see <see cref="UploadStore.PathOf"/>.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its content, lower-case hex.</param>
public sealed record UploadedFile(string Name, string Place, long Bytes, string Sha256);

/// <param name="Name">As <see cref="UploadedFile.Name"/>; a zip's member has its own, <c>outer.zip/inner.xlsx</c>.</param>
/// <param name="Problem">Why it was refused; null otherwise.</param>
public sealed record UploadOutcome(string Name, LandOutcome Outcome, int RowCount, string? Problem);
