namespace SafetyAnalytics.Ledgers.Biff;

/// <summary>
/// The rows in which pictures begin. A drawing record holds a shape's anchor, the object record behind it says what the shape is.
/// </summary>
internal sealed class BiffPictures
{
    /// <summary>[MS-ODRAW] OfficeArtClientAnchorSheet: version and instance 0, type 0xF010, eighteen bytes.</summary>
    private static readonly byte[] AnchorHead = [0x00, 0x00, 0x10, 0xF0, 0x12, 0x00, 0x00, 0x00];

    private const int AnchorRow = 8 + 6;
    private const int PictureKind = 8;
    private int row = -1;

    public SortedSet<int> Rows { get; } = [];

    /// <summary>Takes the latest anchor of a drawing record and those that continue it.</summary>
    public void Anchor(BiffText drawing)
    {
        var bytes = drawing.Rest().AsSpan();
        var at = bytes.LastIndexOf(AnchorHead);
        row = at >= 0 && bytes.Length >= at + AnchorRow + 2 ? bytes[at + AnchorRow] | (bytes[at + AnchorRow + 1] << 8) : -1;
    }

    /// <summary>The object the latest anchor is of; its kind stands in its first sub-record.</summary>
    public void Object(ReadOnlySpan<byte> record)
    {
        if (row >= 0 && record.Length >= 6 && record[0] == 0x15 && record[4] == PictureKind) Rows.Add(row + 1);
        row = -1;
    }
}
