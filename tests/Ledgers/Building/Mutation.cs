namespace SafetyAnalytics.Ledgers.Tests.Building;

/// <summary>Broken copies: the same random numbers give the same copy.</summary>
internal static class Mutation
{
    private static readonly string[] Numbers = ["0", "-1", "99999999", "4294967295", "99999999999999999999", "1e309", "NaN"];

    public static byte[] Of(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 1; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count / 2), Math.Min(20, bytes.Count / 2)));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, "\"<>&\0,\n"u8.ToArray().Skip(random.Next(6)).Take(2));
                    break;
                case 5:
                    Enlarge(bytes, at, random);
                    break;
                default:
                    bytes[at] = (byte)"0123456789-<>/\"='& "[random.Next(19)];
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts another number where the next digits stand.</summary>
    private static void Enlarge(List<byte> bytes, int at, Random random)
    {
        while (at < bytes.Count && !char.IsAsciiDigit((char)bytes[at])) at++;
        var end = at;
        while (end < bytes.Count && char.IsAsciiDigit((char)bytes[end])) end++;
        bytes.RemoveRange(at, end - at);
        bytes.InsertRange(at, System.Text.Encoding.ASCII.GetBytes(Numbers[random.Next(Numbers.Length)]));
    }
}
