using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>A picture in the line of text, with what it says for those who cannot see it.</summary>
internal static class DocxPicture
{
    private const double EmuPerMillimetre = 36000;

    // Two to a page with what is said about them; every letter is then over seven points high.
    private const double Millimetres = 132;
    private const double MostMillimetres = 190;

    public static DocumentFormat.OpenXml.Wordprocessing.Run Make(MainDocumentPart main, Figure figure, ReportPicture picture, uint number)
    {
        var id = $"picture{number}";
        using (var stream = new MemoryStream(picture.Png)) main.AddImagePart(ImagePartType.Png, id).FeedData(stream);
        var shrink = Math.Min(1, MostMillimetres / (Millimetres * picture.Aspect));
        var width = (long)(Millimetres * shrink * EmuPerMillimetre);
        var height = (long)(width * picture.Aspect);
        var title = XmlLetters.Of(figure.Title);
        var described = XmlLetters.Of(string.Join('\n', figure.Notes.Lines.Prepend(figure.Claim)));
        return new(new DocumentFormat.OpenXml.Wordprocessing.Drawing(new Inline(
            new Extent { Cx = width, Cy = height },
            new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = number, Name = title, Title = title, Description = described },
            new DocumentFormat.OpenXml.Drawing.Wordprocessing.NonVisualGraphicFrameDrawingProperties(new GraphicFrameLocks { NoChangeAspect = true }),
            new Graphic(new GraphicData(new P.Picture(
                new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = number, Name = title, Description = described }, new P.NonVisualPictureDrawingProperties()),
                new P.BlipFill(new Blip { Embed = id }, new Stretch(new FillRectangle())),
                new P.ShapeProperties(new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = width, Cy = height }), new PresetGeometry(new AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));
    }
}

/// <param name="Aspect">Height as a share of the width.</param>
public sealed record ReportPicture(byte[] Png, double Aspect);
