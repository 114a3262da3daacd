using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Linking;

/// <summary>What two spellings of an address must share to be the same door.</summary>
public static partial class UnitAddress
{
    /// <summary>The address without spaces, punctuation, invisible characters and width differences, lower case. Empty for null or blank.</summary>
    public static string Key(string? address) => PlainText.LettersAndDigits(PlainText.Of(address));

    /// <summary>
    /// The door number: <c>12</c> for 12号 or 十二号, <c>12-3</c> for 12-3号 or 12号-3, <c>12附3</c> for 12号附3号, <c>3栋</c> where only a building is named,
    /// <c>6316-6318</c> for an English address that begins with it. Null when the address names no door.
    /// </summary>
    public static string? Door(string? address) => Read(address)?.Door;

    /// <summary>
    /// Road and door: <c>正街12</c>, <c>archer4710</c>. Of a Chinese road the last two characters count, because people write 某某正街 and 正街 for the same one;
    /// of an English road the first word that is no point of the compass. Null when the address names no door.
    /// </summary>
    public static string? Place(string? address) => Read(address) is { } found ? found.Road + found.Door : null;

    private static (string Road, string Door)? Read(string? address)
    {
        var plain = PlainText.Of(address);
        if (plain.Length == 0) return null;
        if (EnglishStreet().Match(plain) is { Success: true } street) return (street.Groups["road"].Value, Numbers(street.Groups["door"].Value));
        var text = PlainText.WithoutSpaces(plain);
        if (NumberedDoor().Match(text) is { Success: true } door) return (Tail(text[..door.Index]), ChineseDoor(door));
        if (RoadNumber().Match(text) is { Success: true } bare) return (Tail(text[..bare.Groups["door"].Index]), Numbers(bare.Groups["door"].Value));
        return Building().Match(text) is { Success: true } building ? (Tail(text[..building.Index]), Numbers(building.Groups["door"].Value) + "栋") : null;
    }

    private static string ChineseDoor(Match door)
    {
        var number = Numbers(door.Groups["door"].Value);
        if (door.Groups["annex"].Success) return $"{number}附{Numbers(door.Groups["annex"].Value)}";
        return door.Groups["sub"].Success ? $"{number}-{Numbers(door.Groups["sub"].Value)}" : number;
    }

    private static string Tail(string before)
    {
        var road = PlainText.LettersAndDigits(before);
        return road.Length <= 2 ? road : road[^2..];
    }

    private static string Numbers(string written) =>
        string.Join('-', Number().Matches(written).Select(m => ChineseNumeral.Value(m.Value).ToString(CultureInfo.InvariantCulture)));

    // Digits stay below nine: a longer run is a telephone or a licence, not a door.
    private const string N = "[0-9]{1,8}|[零〇一二三四五六七八九十百]{1,5}";

    [GeneratedRegex($@"(?<door>({N})([-~、,/至]({N})){{0,9}})号(?![楼栋幢院厅馆])(([-~]|之)(?<sub>{N})|[-]?附(?<annex>({N})([-~、,/]({N})){{0,9}}))?", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedDoor();

    [GeneratedRegex(@"[路街巷道](?<door>[0-9]{1,6}([-~、,/][0-9]{1,6}){0,9})(?![0-9]{0,6}[米公楼层栋幢])", RegexOptions.CultureInvariant)]
    private static partial Regex RoadNumber();

    [GeneratedRegex($@"(?<door>{N}|[a-z])(栋|幢|座|号楼|号院)", RegexOptions.CultureInvariant)]
    private static partial Regex Building();

    [GeneratedRegex(@"^(?<door>[0-9]{1,8}( ?- ?[0-9]{1,8})?)[a-z]? (?:(?:n|s|e|w|north|south|east|west|ne|nw|se|sw)\.? )?(?<road>[a-z0-9']+)", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishStreet();

    [GeneratedRegex(N + "|[a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

/// <summary>Numbers up to 999 in Arabic or Chinese digits, as doors and floors are written.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <returns>The number, or for a letter its own code (A栋 and B栋 are two buildings).</returns>
    public static long Value(string written)
    {
        if (long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var plain)) return plain;
        long total = 0, last = 0;
        foreach (var c in written)
        {
            if (c is '十') (total, last) = (total + (Math.Max(last, 1) * 10), 0);
            else if (c is '百') (total, last) = (total + (Math.Max(last, 1) * 100), 0);
            else if (c is '两') last = 2;
            else last = Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (last * 10) + digit : c is '〇' ? last * 10 : c;
        }

        return total + last;
    }
}
