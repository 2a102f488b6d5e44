using EngagementBot.Channels.DirectLine;

namespace EngagementBot.Tests.Channels;

public sealed class WatermarkTests
{
    [Theory]
    [InlineData(null, 0L)]
    [InlineData("", 0L)]
    [InlineData("0", 0L)]
    [InlineData("42", 42L)]
    [InlineData("-1", null)]
    [InlineData("abc", null)]
    [InlineData("٤٢", null)]
    [InlineData("99999999999999999999", null)]
    public void AWatermarkIsASequenceOrNotOurs(string? text, long? sequence) => Watermark.Parse(text).ShouldBe(sequence);

    [Fact]
    public void AnActivitysIdIsThatOfDirectLine()
    {
        Watermark.ActivityId("abc", 42).ShouldBe("abc|0000042");
        Watermark.Parse(Watermark.Of(42)).ShouldBe(42);
    }
}
