using CsCheck;

namespace SafetyAnalytics.Charts.Tests;

public sealed class ValueScaleTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(5, 6, 1)]
    [InlineData(12, 15, 5)]
    [InlineData(100, 120, 20)]
    [InlineData(987, 1200, 200)]
    public void Ticks_are_round(double highest, double max, double step) => Assert.Equal(new ValueScale(max, step), ValueScale.For(Figure(highest)));

    [Fact]
    public void The_longest_bar_has_room_for_its_label_and_few_ticks() =>
        Gen.Int[0, 100_000_000].Sample(highest =>
        {
            var scale = ValueScale.For(Figure(highest));
            return scale.Max >= highest * 1.1 && scale.Step >= 1 && scale.Step % 1 == 0 && scale.Max / scale.Step <= 6 && scale.Max % scale.Step == 0;
        });

    private static Figure Figure(double value) => new("k", "t", "c", "x", "u", FigureOrder.Value,
        [new("s", "s", Mark.Solid, Palette.Blue, [new("a", "a", "a", value, "", null), new("b", "b", "b", null, "—", null)])],
        new("", "", "", "", null, ""));
}
