using System.Buffers;

namespace SafetyAnalytics.Ledgers.Xlsx;

internal enum NumberKind : byte
{
    Number,
    Percent,

    /// <summary>Shows a day, perhaps with a time.</summary>
    Day,

    /// <summary>Shows a month but no day.</summary>
    Month,

    /// <summary>Shows a year only.</summary>
    Year,

    /// <summary>Shows a time of day only.</summary>
    Time,

    /// <summary>Shows hours, minutes or seconds counted on past the day (<c>[h]:mm</c>).</summary>
    Elapsed,
}

/// <summary>What a number format makes of a number, as far as it changes what the number means.</summary>
internal readonly record struct NumberFormat(NumberKind Kind, bool ShowsTime = false)
{
    public static NumberFormat General { get; }

    /// <summary>
    /// A format the file does not spell out. 14–22 and 45–47: ECMA-376 part 1, 18.8.30; 27–36 and 50–58 as the same table has them for zh-CN,
    /// which is what Excel and WPS in Chinese mean by them.
    /// </summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        9 or 10 => new(NumberKind.Percent),
        14 or 15 or 16 => new(NumberKind.Day),
        17 or 27 or 36 or 50 or 52 or 57 => new(NumberKind.Month),
        28 or 29 or 30 or 31 or 51 or 53 or 54 or 58 => new(NumberKind.Day),
        22 => new(NumberKind.Day, ShowsTime: true),
        (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => new(NumberKind.Time, ShowsTime: true),
        46 => new(NumberKind.Elapsed, ShowsTime: true),
        _ => General,
    };

    /// <summary>
    /// Reads the first section of a format code. Literals (quoted, <c>\x</c>, <c>_x</c>, <c>*x</c>) and bracketed colours, conditions and locales say nothing;
    /// <c>m</c> beside hours or seconds is minutes; <c>E+</c> is an exponent, other <c>e</c> a year.
    /// </summary>
    public static NumberFormat Parse(string code)
    {
        var seen = new Tokens();
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = Closing(code, i, '"');
                    break;
                case '[':
                    var end = Closing(code, i, ']');
                    seen.Bracket(code.AsSpan(i + 1, Math.Max(0, end - i - 1)));
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '%':
                    seen.IsPercent = true;
                    break;
                default:
                    i += seen.Take(code.AsSpan(i)) - 1;
                    break;
            }
        }

        return seen.Format();
    }

    /// <summary>A format by the name web pages and Excel 2003's xml give it, else by its code.</summary>
    public static NumberFormat Named(string format) => format.Trim().ToUpperInvariant() switch
    {
        "SHORT DATE" or "MEDIUM DATE" or "LONG DATE" => new(NumberKind.Day),
        "GENERAL DATE" => new(NumberKind.Day, ShowsTime: true),
        "SHORT TIME" or "MEDIUM TIME" or "LONG TIME" => new(NumberKind.Time, ShowsTime: true),
        "PERCENT" => new(NumberKind.Percent),
        "GENERAL NUMBER" or "FIXED" or "STANDARD" or "SCIENTIFIC" or "CURRENCY" or "EURO CURRENCY" or "YES/NO" or "TRUE/FALSE" or "ON/OFF" => General,
        _ => Parse(format),
    };

    private static int Closing(string code, int opening, char bracket)
    {
        var closing = code.IndexOf(bracket, opening + 1);
        return closing < 0 ? code.Length : closing;
    }

    /// <summary>The letters of a format, with what an <c>m</c> means held open until its neighbour is known.</summary>
    private struct Tokens
    {
        private static readonly SearchValues<char> ElapsedLetters = SearchValues.Create("hHmMsS");

        private bool year;
        private bool month;
        private bool day;
        private bool time;
        private bool elapsed;
        private bool openM;
        private char last;

        public bool IsPercent { get; set; }

        public void Bracket(ReadOnlySpan<char> inside)
        {
            if (inside.IsEmpty || inside.ContainsAnyExcept(ElapsedLetters)) return;
            elapsed = true;
            SettleM(asMinutes: true);
            last = 'h';
        }

        /// <summary>Takes the token the text begins with; returns its length.</summary>
        public int Take(ReadOnlySpan<char> text)
        {
            if (text.StartsWith("General", StringComparison.OrdinalIgnoreCase)) return "General".Length;
            if (text.StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase)) return "AM/PM".Length;
            if (text.StartsWith("A/P", StringComparison.OrdinalIgnoreCase)) return "A/P".Length;
            if (text.StartsWith("E+", StringComparison.OrdinalIgnoreCase) || text.StartsWith("E-", StringComparison.OrdinalIgnoreCase)) return 2;

            var letter = char.ToLowerInvariant(text[0]);
            if (!"ymdhsea".Contains(letter)) return 1;
            var length = 1;
            while (length < text.Length && char.ToLowerInvariant(text[length]) == letter) length++;
            Note(letter, length);
            return length;
        }

        public NumberFormat Format()
        {
            SettleM(asMinutes: false);
            if (day) return new(NumberKind.Day, time || elapsed);
            if (month) return new(NumberKind.Month, time || elapsed);
            if (year) return new(NumberKind.Year, time || elapsed);
            if (elapsed) return new(NumberKind.Elapsed, ShowsTime: true);
            if (time) return new(NumberKind.Time, ShowsTime: true);
            return new(IsPercent ? NumberKind.Percent : NumberKind.Number);
        }

        private void Note(char letter, int length)
        {
            if (letter == 'm')
            {
                if (last is 'h' or 's') time = true;
                else openM = true;
                if (length > 2) SettleM(asMinutes: false);
                last = 'm';
                return;
            }

            // A lone "a" is no token (aaa, aaaa are weekdays).
            if (letter == 'a' && length < 3) return;
            SettleM(asMinutes: letter == 's');
            year |= letter is 'y' or 'e';
            day |= letter is 'd' or 'a';
            time |= letter is 'h' or 's';
            last = letter;
        }

        private void SettleM(bool asMinutes)
        {
            if (!openM) return;
            if (asMinutes) time = true;
            else month = true;
            openM = false;
        }
    }
}
