using System.Text;
using EngagementBot.Channels.TextMessages;

namespace EngagementBot.Tests.Channels;

public sealed class PictureTypeTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000", "image/png")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("524946462400000057454250", "image/webp")]
    [InlineData("000000186674797068656963", "image/heic")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("524946462400000057415645", null)]
    [InlineData("000000186674797069736F6D", null)]
    [InlineData("3C73766720", null)]
    [InlineData("FFD8", null)]
    [InlineData("", null)]
    public void FirstBytesTellWhatAFileIs(string content, string? type) => PictureType.Of(Convert.FromHexString(content)).ShouldBe(type);

    [Fact]
    public void APageIsNoPicture() => PictureType.Of(Encoding.UTF8.GetBytes("<html><script>alert(1)</script>")).ShouldBeNull();
}
