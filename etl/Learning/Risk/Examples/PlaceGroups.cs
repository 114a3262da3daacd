using System.Globalization;

namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>The groups a unit belongs to by its own words: the street and area of its address, the kind of place its name says.</summary>
/// <param name="Area">A code of five or more digits that ends the address, such as a postal code; null when there is none.</param>
/// <param name="Street">The address without numbers; null when nothing is left.</param>
/// <param name="Block">The street and the hundreds of the house number.</param>
/// <param name="Kind">The end of the name: its last two Chinese characters or last word.</param>
/// <param name="Brand">The last three Chinese characters, or the first word.</param>
internal readonly record struct PlaceGroups(string? Area, string? Street, string? Block, string? Kind, string? Brand)
{
    public static PlaceGroups Of(string name, string? address)
    {
        var (kind, brand) = OfName(name);
        var street = StreetOf(address);
        return new PlaceGroups(AreaOf(address), street, BlockOf(address, street), kind, brand);
    }

    private static string? AreaOf(string? address)
    {
        if (address is null) return null;
        var text = address.AsSpan().TrimEnd();
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[^(digits + 1)])) digits++;
        return digits >= 5 ? text[^digits..].ToString() : null;
    }

    /// <summary>Chinese addresses go from large to small: what stands before the first number. Latin ones put the number first: the words up to the comma.</summary>
    private static string? StreetOf(string? address)
    {
        if (address is null) return null;
        var isChinese = address.Any(IsChinese);
        var end = isChinese ? address.IndexOfAny(Digits) : address.IndexOf(',', StringComparison.Ordinal);
        var part = end > 0 ? address[..end] : address;
        var letters = string.Concat(part.Where(letter => char.IsLetter(letter) || letter == ' ')).Trim().ToUpperInvariant();
        return letters.Length > 1 ? letters : null;
    }

    /// <summary>The hundred house numbers of a street that the unit lies in.</summary>
    private static string? BlockOf(string? address, string? street)
    {
        if (address is null || street is null) return null;
        var start = address.IndexOfAny(Digits);
        if (start < 0) return null;
        var length = 0;
        while (start + length < address.Length && char.IsAsciiDigit(address[start + length])) length++;
        return length is > 0 and < 7 ? $"{street} {address[start..(start + length)].PadLeft(3, '0')[..^2]}" : null;
    }

    private static (string? Kind, string? Brand) OfName(string name)
    {
        var open = name.IndexOfAny(['(', '（', '[', '【']);
        var bare = open > 1 ? name[..open] : name;
        if (bare.Any(IsChinese))
        {
            var letters = string.Concat(bare.Where(char.IsLetter));
            return (letters.Length >= 2 ? letters[^2..] : null, letters.Length >= 3 ? letters[^3..] : null);
        }

        var words = bare.ToUpper(CultureInfo.InvariantCulture).Split([' ', ',', '.', '-', '/', '#', '&'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Any(char.IsLetter) && word is not ("INC" or "LLC" or "CORP" or "CO" or "LTD" or "THE" or "OF")).ToList();
        return words.Count == 0 ? (null, null) : (words[^1], words[0]);
    }

    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９'];

    private static bool IsChinese(char letter) => letter is >= '\u3400' and <= '\u9FFF';
}
