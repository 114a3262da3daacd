using System.Globalization;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Words;

/// <summary>Cases D47–D49, D58 of a column of days on which something happened.</summary>
public class DateCellTests
{
    [Theory]
    [InlineData("2022-06", "2022.6.8", "2022-06-08", null)]
    [InlineData("2022-06", "2022-06-08", "2022-06-08", null)]
    [InlineData("2022-06", "2022年6月8日", "2022-06-08", null)]
    [InlineData("2022-06", "2022年\n6月8日", "2022-06-08", null)]
    [InlineData("2022-06", "2022-06-08 14:30:00", "2022-06-08", null)]
    [InlineData("2022-06", "2022/6/8 星期三", "2022-06-08", null)]
    [InlineData("2022-06", "44720", "2022-06-08", null)]
    [InlineData("2022-06", "6.8", "2022-06-08", null)]
    [InlineData("2022-06", "6.2", "2022-06-02", "date_trailing_zero")]
    [InlineData("2022-06", "6月8日", "2022-06-08", null)]
    [InlineData("2022-06", "6/30/2022", "2022-06-30", null)]
    [InlineData("2022-06", "5/6/2022", null, "date_unreadable")]
    [InlineData("2022-06", "5/6/22", null, "date_unreadable")]
    [InlineData("2023-01", "12月28日", "2022-12-28", null)]
    [InlineData("2022-12", "1月5日", "2023-01-05", null)]
    [InlineData("2022-12", "3月5日", "2022-03-05", null)]
    [InlineData("2022-06", "9月5日", null, "date_unreadable")]
    [InlineData("2022-06", "2023-06-08", null, "date_unreadable")]
    [InlineData("2022-06", "2202-06-08", null, "date_unreadable")]
    [InlineData("2022-06", "2022.6.31", null, "date_unreadable")]
    [InlineData("2022-06", "1900-01-00", null, "date_unreadable")]
    [InlineData("2022-06", "2022年6月", null, "date_imprecise")]
    [InlineData("2022-06", "6.3、6.10", null, "date_unreadable")]
    [InlineData("2022-06", "某甲", null, "date_unreadable")]
    [InlineData("2022-06", "/", null, null)]
    [InlineData("2022-06", "", null, null)]
    public void A_cell_states(string month, string cell, string? day, string? issue) =>
        Assert.Equal(new DateReading(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), issue), DateWords.ReadFact(cell, LedgerMonth.Parse(month)));
}
