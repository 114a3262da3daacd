using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Web.Inbox;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>With <c>--inbox preview</c>: files of the inbox become an upload, and wait on the page until somebody accepts them.</summary>
internal sealed class InboxHolding(UploadStore store, Desk desk)
{
    /// <summary>Files that change meanwhile stay in the inbox and are taken at a later look.</summary>
    public async Task HoldAsync(IReadOnlyList<InboxFile> files, CancellationToken cancellation)
    {
        var held = new List<InboxFile>();
        using (var receipt = store.Begin(who: null))
        {
            foreach (var file in files.Where(file => file.IsUnchanged))
            {
                await using var content = File.OpenRead(file.Path);
                await receipt.AddAsync(Path.GetFileName(file.Path), content, long.MaxValue, cancellation);
                held.Add(file);
            }

            if (held.Count == 0 || held.Any(file => !file.IsUnchanged)) return;
            receipt.Complete();
        }

        foreach (var file in held) File.Delete(file.Path);
        desk.Received();
    }
}
