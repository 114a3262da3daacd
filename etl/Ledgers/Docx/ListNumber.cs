using System.Globalization;
using System.Text;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>List numbers in the forms met in Chinese documents (ECMA-376 part 1, 17.18.59).</summary>
internal static class ListNumber
{
    private const string ChineseDigits = "零一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    /// <summary>Null when the form is not known or does not reach so far.</summary>
    public static string? Text(string form, int number) => form switch
    {
        "decimal" or "decimalHalfWidth" => number.ToString(CultureInfo.InvariantCulture),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => Digits(number, digit => (char)('０' + digit)),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Chinese(number, ChineseDigits, "十百千", shortTen: true),
        "chineseLegalSimplified" => Chinese(number, LegalDigits, "拾佰仟", shortTen: false),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Digits(number, digit => digit == 0 ? '〇' : ChineseDigits[digit]),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(number),
        "decimalEnclosedParen" => From(number, '⑴', 20),
        "decimalEnclosedFullstop" => From(number, '⒈', 20),
        "ideographEnclosedCircle" => From(number, '㊀', 10),
        "ideographTraditional" => number is >= 1 and <= 10 ? Stems[number - 1].ToString() : null,
        "ideographZodiac" => number is >= 1 and <= 12 ? Branches[number - 1].ToString() : null,
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number)?.ToLowerInvariant(),
        _ => null,
    };

    private static string? Digits(int number, Func<int, char> digit) =>
        number < 0 ? null : string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(character => digit(character - '0')));

    private static string? From(int number, char first, int count) => number >= 1 && number <= count ? ((char)(first + number - 1)).ToString() : null;

    private static string? Circled(int number) => number switch
    {
        >= 1 and <= 20 => From(number, '①', 20),
        >= 21 and <= 35 => From(number - 20, '㉑', 15),
        >= 36 and <= 50 => From(number - 35, '㊱', 15),
        _ => null,
    };

    /// <summary>A, …, Z, AA, BB, …: Word repeats the letter.</summary>
    private static string? Letters(int number, char first) => number is >= 1 and <= 780 ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1) : null;

    private static string? Chinese(int number, string digits, string units, bool shortTen)
    {
        if (number is < 0 or > 9999) return null;
        if (number == 0) return digits[..1];
        var text = new StringBuilder();
        var skipped = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = number / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                skipped = text.Length > 0;
                continue;
            }

            if (skipped) text.Append(digits[0]);
            skipped = false;
            if (!(shortTen && place == 1 && digit == 1 && text.Length == 0)) text.Append(digits[digit]);
            if (place > 0) text.Append(units[place - 1]);
        }

        return text.ToString();
    }

    private static string? Roman(int number)
    {
        if (number is < 1 or > 3999) return null;
        (int Value, string Sign)[] signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value) text.Append(sign);
        }

        return text.ToString();
    }
}
