namespace SafetyAnalytics.Linking;

/// <summary>What two hazard texts of one unit must share to speak of the same object and defect.</summary>
public static class HazardText
{
    /// <summary>The text in NFKC, lower case, without numbering in front, spaces and punctuation, but with its counts. Empty for null or blank.</summary>
    public static string Full(string? text) => TextLexer.Full(text);

    /// <summary>
    /// Object, defect and place: the text without numbering, status, counts, measure words and filler, synonyms in one spelling.
    /// <c>1.灭火器已过期2具，未整改</c> → <c>灭火器过期</c>; <c>三楼过道堆有杂物</c> → <c>3层通道堵塞杂物</c>. A text of nothing else is its own signature.
    /// </summary>
    public static string Signature(string? text) => TextProfile.Of(text).Signature;

    /// <summary>
    /// From 0 (nothing in common) to 1 (same object, same defect, no contradiction in place), symmetric. Counts and word order hardly matter;
    /// floors, rooms, door numbers, negation, and known objects or defects that differ keep texts apart.
    /// </summary>
    public static double Similarity(string? a, string? b) => TextProfile.Of(a).Similarity(TextProfile.Of(b));
}
