using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using SafetyAnalytics.Web.Inbox;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>
/// <c>POST /submissions/uploads</c>, multipart: fields <c>who</c> and the antiforgery token, then the files. A script (<c>Accept: application/json</c>) gets
/// <c>{ "location", "messages" }</c> with the status; a form is led on to the page that tells.
/// </summary>
internal static class UploadEndpoint
{
    public const string Path = "/submissions/uploads";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Map(IEndpointRouteBuilder site) => site.MapPost(Path, ReceiveAsync);

    private static async Task ReceiveAsync(HttpContext context)
    {
        var services = context.RequestServices;
        // Counted by the form itself, file by file: the server's own limit would cut the connection without an answer.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        UploadAnswer answer;
        try
        {
            answer = await services.GetRequiredService<UploadForm>().ReadAsync(context);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // Cut off: nobody is there to hear an answer, and nothing is left.
            services.GetRequiredService<ILogger<UploadForm>>().LogInformation("An upload was cut off. {Fault}", FaultOutline.Of(fault));
            context.Abort();
            return;
        }

        if (answer.Upload is not null) services.GetRequiredService<Desk>().Received();
        await AnswerAsync(context, answer, services.GetRequiredService<ReasonBook>());
    }

    private static async Task AnswerAsync(HttpContext context, UploadAnswer answer, ReasonBook reasons)
    {
        var location = SubmissionAddress.Upload(answer.Upload?.Id, answer.Refused);
        if (!context.Request.Headers.Accept.Any(accept => accept?.Contains("application/json", StringComparison.OrdinalIgnoreCase) is true))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = "/" + location;
            return;
        }

        var page = new PageCulture(CultureChoice.Of(context, context.RequestServices.GetRequiredService<WebOptions>()));
        context.Response.StatusCode = answer.Status;
        await context.Response.WriteAsJsonAsync(
            new { location = answer.Upload is null ? null : location, messages = answer.Refused.Select(refused => reasons.Refusal(page, refused)) },
            s_json,
            context.RequestAborted);
    }
}
