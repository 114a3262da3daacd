using Microsoft.JSInterop;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>Who decides on this page, as they said: asked once, and remembered by their browser until there is sign-in.</summary>
internal sealed class Signature(IJSRuntime browser)
{
    private const string Key = "safety.who";
    private const int MostCharacters = 60;

    private bool _isRead;

    /// <summary>Empty until somebody says it.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Reads what the browser remembers; only once the circuit is up.</summary>
    /// <returns>Whether a name came to light.</returns>
    public async Task<bool> ReadAsync()
    {
        if (_isRead) return false;
        _isRead = true;
        Who = Trimmed(await browser.InvokeAsync<string?>("localStorage.getItem", Key) ?? "");
        return Who.Length > 0;
    }

    public async Task RememberAsync(string who)
    {
        Who = Trimmed(who);
        await browser.InvokeVoidAsync("localStorage.setItem", Key, Who);
    }

    private static string Trimmed(string who) => who.Trim() is var name && name.Length > MostCharacters ? name[..MostCharacters] : who.Trim();
}
