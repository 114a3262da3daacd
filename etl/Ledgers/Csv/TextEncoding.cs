using System.Buffers;
using System.Text;

namespace SafetyAnalytics.Ledgers.Csv;

/// <summary>How the bytes of a text file spell characters: byte order mark, else UTF-16 by its zero bytes, else strict UTF-8, else GB18030. Settled on the whole file, not a sample.</summary>
/// <param name="Preamble">Bytes before the text.</param>
internal sealed record TextEncoding(Encoding Encoding, int Preamble)
{
    private const int BlockBytes = 1 << 16;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Control characters no text file has, the DOS end mark 0x1A aside.</summary>
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code).Except("\t\n\v\f\r\u001A"), '\u007F']);

    /// <exception cref="LedgerFormatException"><c>bad_encoding</c>: no encoding fits, or the text holds U+FFFD. <c>not_a_ledger_format</c>: it is no text. <c>empty_file</c>: only white space.</exception>
    /// <param name="other">An encoding the text claims that is none of these: tried, strictly, before GB18030.</param>
    public static TextEncoding Of(LedgerInput input, Encoding? other = null)
    {
        var start = input.Start(4096);
        var stated = start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new TextEncoding(Utf8, 3),
            [0xFF, 0xFE, ..] => new TextEncoding(Utf16, 2),
            [0xFE, 0xFF, ..] => new TextEncoding(Utf16BigEndian, 2),
            _ => ByZeroBytes(start),
        };
        if (stated is not null)
        {
            var fault = stated.FirstFault(input);
            return fault is null ? stated : throw Refuse(input, $"{stated.Encoding.WebName} 第 {fault} 字节", $"{stated.Encoding.WebName} at byte {fault}");
        }

        var utf8 = new TextEncoding(Utf8, 0);
        if (utf8.FirstFault(input) is not { } utf8Fault) return utf8;
        if (IsBinary(start)) throw NotText(input);
        if (other is not null && new TextEncoding(other, 0) is var claimed && claimed.FirstFault(input) is null) return claimed;
        var gb18030 = new TextEncoding(Gb18030, 0);
        if (gb18030.FirstFault(input) is not { } gbFault) return gb18030;
        throw Refuse(input, $"UTF-8 第 {utf8Fault} 字节、GB18030 第 {gbFault} 字节", $"UTF-8 at byte {utf8Fault}, GB18030 at byte {gbFault}");
    }

    public StreamReader OpenText(LedgerInput input)
    {
        input.Stream.Position = Preamble;
        return new StreamReader(input.Stream, Encoding, detectEncodingFromByteOrderMarks: false, BlockBytes, leaveOpen: true);
    }

    /// <summary>Chinese has few zero bytes, but commas, digits and line ends have one each, all on the same side.</summary>
    private static TextEncoding? ByZeroBytes(byte[] start)
    {
        var even = 0;
        var odd = 0;
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        if (odd > even * 20) return new TextEncoding(Utf16, 0);
        return even > odd * 20 ? new TextEncoding(Utf16BigEndian, 0) : null;
    }

    private static bool IsBinary(byte[] start) => start.Contains((byte)0) || start.Count(code => code < 32 && Controls.Contains((char)code)) > 2 + (start.Length / 100);

    private static LedgerFormatException NotText(LedgerInput input) => Faults.NotALedger(input, "二进制数据", "binary data");

    private static LedgerFormatException Refuse(LedgerInput input, string chinese, string english) => Faults.BadEncoding(input, chinese, english);

    /// <summary>The byte, from 0, at which this encoding fails or spells U+FFFD; null when it fits to the end.</summary>
    private long? FirstFault(LedgerInput input)
    {
        var decoder = Encoding.GetDecoder();
        var bytes = new byte[BlockBytes];
        var chars = new char[Encoding.GetMaxCharCount(BlockBytes)];
        var at = (long)Preamble;
        var tally = new Tally();
        input.Stream.Position = Preamble;
        while (true)
        {
            input.Cancellation.ThrowIfCancellationRequested();
            var read = input.Stream.Read(bytes);
            try
            {
                var text = chars.AsSpan(0, decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0));
                var replacement = text.IndexOf('\uFFFD');
                if (replacement >= 0) return at + Encoding.GetByteCount(text[..replacement]);
                tally.Add(text);
            }
            catch (DecoderFallbackException fault)
            {
                return Math.Max(0, at + fault.Index);
            }

            if (tally.IsBinary) throw NotText(input);
            if (read == 0) return tally.IsBlank ? throw Faults.Empty(input) : null;
            at += read;
        }
    }

    /// <summary>What the characters seen so far say about being text.</summary>
    private sealed class Tally
    {
        private long characters;
        private long controls;

        public bool IsBlank { get; private set; } = true;

        /// <summary>One NUL is enough; a stray control character is dirt, one in a hundred is not text.</summary>
        public bool IsBinary { get; private set; }

        public void Add(ReadOnlySpan<char> text)
        {
            characters += text.Length;
            IsBlank = IsBlank && text.IsWhiteSpace();
            for (var next = text.IndexOfAny(Controls); next >= 0; next = text.IndexOfAny(Controls))
            {
                controls++;
                IsBinary |= text[next] == '\0';
                text = text[(next + 1)..];
            }

            IsBinary |= controls > 2 + (characters / 100);
        }
    }
}
