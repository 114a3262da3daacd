using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SafetyAnalytics.Linking;

/// <summary>
/// Mints keys from what they stand for. Equal parts asked for again get the next ordinal, and so does the rare pair whose 48 bits collide:
/// every key of one mint is unique, and the same requests in the same order give the same keys.
/// </summary>
internal sealed class KeyMint(char prefix)
{
    private readonly HashSet<string> _minted = new(StringComparer.Ordinal);

    public string Next(params ReadOnlySpan<string> parts)
    {
        // The unit separator (U+001F) cannot occur in a normalised text, so parts never run into each other.
        var stem = string.Join('\u001f', parts!);
        for (var ordinal = 1; ; ordinal++)
        {
            var key = Key($"{stem}\u001f{ordinal.ToString(CultureInfo.InvariantCulture)}");
            if (_minted.Add(key)) return key;
        }
    }

    private string Key(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return prefix + Convert.ToHexStringLower(hash[..6]);
    }
}
