using System.Net;

namespace SafetyAnalytics.Web.Shell;

/// <summary>Until sign-in exists, nobody but this machine may ask: every address must be plain http on loopback.</summary>
public static class Loopback
{
    /// <returns>What is wrong with the address and the cure; null when nothing is.</returns>
    public static string? Refuse(string address, string origin)
    {
        if (Parse(address) is not { } binding) return $"{origin}: '{address}' is not an address. Write it as {WebOptions.DefaultUrl}.";
        if (binding.Scheme != "http") return $"{origin}: '{address}' asks for {binding.Scheme}, and there is no certificate. Use http on loopback, as {WebOptions.DefaultUrl}.";
        return IsLoopback(binding.Host) ? null : $"{origin}: '{address}' can be reached from other machines, and there is no sign-in yet. Use a loopback address, as {WebOptions.DefaultUrl} or http://localhost:5080.";
    }

    private static BindingAddress? Parse(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Host.Length: > 0, Port: >= 0 and <= 65535 } binding ? binding : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
