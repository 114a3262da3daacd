using System.Security.Cryptography;
using System.Text;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>
/// Telephones and persons as keyed digests (HMAC-SHA-256): equal ones stay equal inside one build, and nothing can be read back or compared with another build, since the key
/// lives no longer than this object. What is linked by them depends on equality only, never on the key.
/// </summary>
public sealed class ContactDigests
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <param name="kind"><c>phone</c> or <c>person</c>.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public string Of(string kind, string value)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\u001f{value.Trim()}"), digest);
        return Convert.ToHexStringLower(digest[..16]);
    }
}
