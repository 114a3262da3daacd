using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>Why a file, or a whole upload, was not taken.</summary>
/// <param name="Name">The file's; null when the upload as a whole is meant.</param>
/// <param name="Code">A code of the seed <c>reasons.csv</c>, or one of the page's own: <c>upload_too_large, too_many_files, no_files, page_expired, bad_request</c>.</param>
internal sealed record RefusedUpload(string? Name, string Code);

/// <param name="Upload">What was received; null when nothing was.</param>
internal sealed record UploadAnswer(int Status, Upload? Upload, IReadOnlyList<RefusedUpload> Refused);

/// <summary>Reads the upload form as it streams in: nothing of a file is held in memory, and nothing is left of an upload that does not reach its end.</summary>
internal sealed class UploadForm(UploadStore store, IAntiforgery antiforgery, WebOptions options)
{
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";
    private const int MostNameCharacters = 60;
    private const int MostFieldCharacters = 4096;

    // Names, boundaries and the form's fields come on top of the files.
    private const long Wrapping = 4L << 20;

    /// <exception cref="IOException">The connection was cut off.</exception>
    public async Task<UploadAnswer> ReadAsync(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary || !context.Request.HasFormContentType)
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "bad_request");
        if (context.Request.ContentLength > options.UploadBytes + Wrapping) return Refuse(StatusCodes.Status413PayloadTooLarge, "upload_too_large");
        return await ReadAsync(context, new MultipartReader(boundary, context.Request.Body));
    }

    private async Task<UploadAnswer> ReadAsync(HttpContext context, MultipartReader reader)
    {
        var refused = new List<RefusedUpload>();
        var (who, bytes, isTrusted) = ((string?)null, 0L, false);
        UploadReceipt? receipt = null;
        try
        {
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)) continue;
                if (!part.IsFileDisposition())
                {
                    var field = HeaderUtilities.RemoveQuotes(part.Name).Value;
                    var value = await TextAsync(section.Body, context.RequestAborted);
                    if (field is TokenField) context.Request.Headers[TokenHeader] = value;
                    if (field is "who" && value.Trim() is { Length: > 0 } name) who = name[..Math.Min(name.Length, MostNameCharacters)];
                    continue;
                }

                // Without the header the framework would look for its token in the whole form, and keep that in memory.
                if (!isTrusted && !(isTrusted = context.Request.Headers.ContainsKey(TokenHeader) && await antiforgery.IsRequestValidAsync(context)))
                    return Refuse(StatusCodes.Status400BadRequest, "page_expired");
                var given = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value ?? "";
                if (given.Length == 0 || LedgerFiles.IsTemporary(SafeLast(given))) continue;
                receipt ??= store.Begin(who);
                if (receipt.FileCount + refused.Count >= options.UploadFiles) return Refuse(StatusCodes.Status413PayloadTooLarge, "too_many_files");
                var left = options.UploadBytes - bytes;
                var (kept, code) = await TakeAsync(receipt, given, section.Body, Math.Min(options.UploadFileBytes, left), context.RequestAborted);
                if (code is "too_large" && left < options.UploadFileBytes) return Refuse(StatusCodes.Status413PayloadTooLarge, "upload_too_large");
                if (code is not null) refused.Add(new(SafeName.Of(given), code));
                bytes += kept?.Bytes ?? 0;
            }

            return Answer(receipt, refused);
        }
        finally
        {
            receipt?.Dispose();
        }
    }

    private static UploadAnswer Answer(UploadReceipt? receipt, IReadOnlyList<RefusedUpload> refused)
    {
        if (receipt is { FileCount: > 0 }) return new(StatusCodes.Status201Created, receipt.Complete(), refused);
        if (refused.Count == 0) return Refuse(StatusCodes.Status400BadRequest, "no_files");
        return new(refused.All(file => file.Code is "too_large") ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status415UnsupportedMediaType, null, refused);
    }

    private static async Task<(UploadedFile? Kept, string? Code)> TakeAsync(UploadReceipt receipt, string name, Stream body, long limit, CancellationToken cancellation)
    {
        var start = new byte[FirstBytes.Count];
        var count = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        start = start[..count];
        if (FirstBytes.Refuse(start, SafeName.Of(name)) is { } code) return (null, code);
        var content = new SectionStream(start, body);
        await using (content)
        {
            var kept = await receipt.AddAsync(name, content, limit, cancellation);
            return (kept, kept is null ? "too_large" : null);
        }
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellation)
    {
        using var reader = new StreamReader(body, leaveOpen: true);
        var text = new char[MostFieldCharacters];
        return new(text, 0, await reader.ReadBlockAsync(text, cancellation));
    }

    private static string SafeLast(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    private static UploadAnswer Refuse(int status, string code) => new(status, null, [new(null, code)]);
}
