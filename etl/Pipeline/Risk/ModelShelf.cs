using System.Globalization;
using SafetyAnalytics.Learning.Risk.Models;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>Trained models and their cards, under <c>models/</c>: one pair of files per day and horizon. The last good one serves when a training fails.</summary>
public sealed class ModelShelf(DataDirectory data)
{
    public void Put(RiskModelFile models, string card)
    {
        Directory.CreateDirectory(data.Models);
        var name = Name(models.TrainedFor, models.HorizonDays);
        Replace(Path.Combine(data.Models, name + ".md"), card);
        Replace(Path.Combine(data.Models, name + ".json"), models.Write());
    }

    /// <returns>Models of that cut-off that learned from the very same; null when there are none.</returns>
    public RiskModelFile? Find(DateOnly trainedFor, int horizonDays, string learnedFrom)
    {
        var path = Path.Combine(data.Models, Name(trainedFor, horizonDays) + ".json");
        return File.Exists(path) && RiskModelFile.Read(File.ReadAllText(path)) is { } models && models.LearnedFrom == learnedFrom ? models : null;
    }

    /// <summary>The youngest models that learned nothing after <paramref name="asOf"/>; null when there are none of this version.</summary>
    public RiskModelFile? Latest(DateOnly asOf, int horizonDays)
    {
        if (!Directory.Exists(data.Models)) return null;
        return Directory.EnumerateFiles(data.Models, $"risk-*-{horizonDays.ToString(CultureInfo.InvariantCulture)}.json")
            .Where(path => string.CompareOrdinal(Path.GetFileNameWithoutExtension(path), Name(asOf, horizonDays)) <= 0)
            .OrderDescending(StringComparer.Ordinal)
            .Select(path => RiskModelFile.Read(File.ReadAllText(path)))
            .FirstOrDefault(models => models is not null);
    }

    private static string Name(DateOnly trainedFor, int horizonDays) => string.Create(CultureInfo.InvariantCulture, $"risk-{trainedFor:yyyy-MM-dd}-{horizonDays}");

    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + ".next", text);
        File.Move(path + ".next", path, overwrite: true);
    }
}
