using System.Buffers.Binary;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>Pixels as a PNG that says how large it is on paper.</summary>
internal static class PngFile
{
    // A chart is flat colour: of Skia's filters "none" compresses it best and costs nothing, and level 4 is within a few per cent of 9 at a third of the time.
    private const int Level = 3;

    private const double MetresPerInch = 0.0254;
    private const int HeaderEnd = 8 + 25;

    public static byte[] Encode(SKPixmap pixels, int dpi)
    {
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, Level)) ?? throw new InvalidOperationException("Skia could not write a PNG.");
        return WithResolution(data.AsSpan(), dpi);
    }

    /// <summary>Skia writes no pHYs chunk, and without one an office program takes 96 dots an inch.</summary>
    private static byte[] WithResolution(ReadOnlySpan<byte> png, int dpi)
    {
        Span<byte> chunk = stackalloc byte[21];
        BinaryPrimitives.WriteInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk[4..]);
        var dotsPerMetre = (int)Math.Round(dpi / MetresPerInch);
        BinaryPrimitives.WriteInt32BigEndian(chunk[8..], dotsPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(chunk[12..], dotsPerMetre);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk[17..], Crc(chunk[4..17]));
        return [.. png[..HeaderEnd], .. chunk, .. png[HeaderEnd..]];
    }

    /// <summary>CRC-32 as PNG has it (ISO 3309).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
