using System.Globalization;

namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>A stored number as the text its format means.</summary>
internal static class CellNumber
{
    private const string AllDigits = "0.############################";
    private const long SecondsOfDay = 86_400;

    /// <summary>9999-12-31, counted from 1899-12-31 with the day that never was.</summary>
    private const long LastSerial = 2_958_465;

    private const int Days1904 = 1462;

    /// <summary>Dates ISO, times <c>HH:mm</c>, percents with their sign, other numbers invariant without exponent. What is no number, and what its date format cannot show, stays as it is.</summary>
    public static string Text(ReadOnlySpan<char> stored, NumberFormat format, bool uses1904)
    {
        stored = stored.Trim();
        if (format.Kind == NumberKind.Number && IsPlainInteger(stored)) return new string(stored);
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return new string(stored);
        return Text(value, format, uses1904);
    }

    /// <summary>The same of a number stored as such; NaN and infinities, which no cell shows, are empty.</summary>
    public static string Text(double value, NumberFormat format, bool uses1904)
    {
        if (!double.IsFinite(value)) return "";
        return format.Kind switch
        {
            NumberKind.Number => Plain(value),
            NumberKind.Percent => Plain(value, shift: 2) + "%",
            _ => Moment(value, format, uses1904) ?? Plain(value),
        };
    }

    /// <summary>An ISO 8601 date cell (<c>t="d"</c>) in the same form; text that is none stays as it is.</summary>
    public static string IsoText(string stored, NumberFormat format)
    {
        if (!DateTimeOffset.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return stored;

        // The clock as written, whatever offset stands beside it: it is what the sheet shows.
        var day = DateOnly.FromDateTime(moment.DateTime);
        if (format.Kind is NumberKind.Month or NumberKind.Year) return DayText(day, format);
        var isTimeOnly = !stored.Contains('-') && stored.Contains(':');
        var seconds = (long)moment.TimeOfDay.TotalSeconds;
        if (isTimeOnly) return Clock(seconds, withSeconds: seconds % 60 != 0);
        return seconds == 0 ? DayText(day, new NumberFormat(NumberKind.Day)) : $"{DayText(day, new NumberFormat(NumberKind.Day))} {Clock(seconds, withSeconds: true)}";
    }

    private static bool IsPlainInteger(ReadOnlySpan<char> text)
    {
        if (text.Equals("0", StringComparison.Ordinal)) return true;
        if (text.StartsWith("-")) text = text[1..];
        return text.Length is > 0 and <= 15 && !text.ContainsAnyExceptInRange('0', '9') && text[0] != '0';
    }

    /// <summary>Fifteen significant digits, as the spreadsheet shows them: <see cref="decimal"/>'s conversion rounds there.</summary>
    private static string Plain(double value, int shift = 0)
    {
        var size = Math.Abs(value);
        if (size is 0 or (>= 1e-12 and < 1e24))
        {
            var exact = (decimal)value;
            for (; shift > 0; shift--) exact *= 10;
            return exact.ToString(AllDigits, CultureInfo.InvariantCulture);
        }

        return Spread(value, shift);
    }

    private static string Spread(double value, int shift)
    {
        var written = Math.Abs(value).ToString("E14", CultureInfo.InvariantCulture);
        var digits = (written[..1] + written[2..16]).TrimEnd('0');
        var point = int.Parse(written[17..], CultureInfo.InvariantCulture) + 1 + shift;
        var sign = value < 0 ? "-" : "";
        return point <= 0 ? $"{sign}0.{new string('0', -point)}{digits}"
            : point >= digits.Length ? $"{sign}{digits.PadRight(point, '0')}"
            : $"{sign}{digits[..point]}.{digits[point..]}";
    }

    /// <summary>Null when the serial lies outside the calendar.</summary>
    private static string? Moment(double value, NumberFormat format, bool uses1904)
    {
        if (value < 0 || value >= LastSerial + 1) return null;
        var seconds = (long)Math.Round(value * SecondsOfDay);
        if (format.Kind == NumberKind.Elapsed || (format.Kind == NumberKind.Time && value < 1)) return Clock(seconds, withSeconds: seconds % 60 != 0);

        var day = (seconds / SecondsOfDay) + (uses1904 ? Days1904 : 0);
        var ofDay = seconds % SecondsOfDay;
        if (day > LastSerial) return null;
        var text = SerialDay(day, format);
        return format.ShowsTime && ofDay != 0 ? $"{text} {Clock(ofDay, withSeconds: true)}" : text;
    }

    /// <summary>Serial 60 is 29 February 1900, which never was, and 0 is "0 January": shown as the spreadsheet shows them, for the reading to disbelieve.</summary>
    private static string SerialDay(long serial, NumberFormat format) => serial switch
    {
        0 => "1900-01-00",
        60 => "1900-02-29",
        < 60 => DayText(new DateOnly(1899, 12, 31).AddDays((int)serial), format),
        _ => DayText(new DateOnly(1899, 12, 30).AddDays((int)serial), format),
    };

    private static string DayText(DateOnly day, NumberFormat format) => format.Kind switch
    {
        NumberKind.Month => day.ToString("yyyy年M月", CultureInfo.InvariantCulture),
        NumberKind.Year => day.ToString("yyyy年", CultureInfo.InvariantCulture),
        _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string Clock(long seconds, bool withSeconds)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}");
        return withSeconds ? string.Create(CultureInfo.InvariantCulture, $"{text}:{seconds % 60:00}") : text;
    }
}
