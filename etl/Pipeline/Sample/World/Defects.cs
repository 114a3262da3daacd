namespace SafetyAnalytics.Pipeline.Sample.World;

internal static class Defects
{
    public static IReadOnlyList<Defect> All { get; } = [.. FireDefects.All, .. OtherDefects.All];
}
