using EngagementBot.Content;

namespace EngagementBot.Tests.Content;

public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData('a', 1, 1)]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('é', 160, 1)]
    [InlineData('я', 70, 1)]
    [InlineData('я', 71, 2)]
    [InlineData('я', 134, 2)]
    [InlineData('я', 135, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    public void ATextIsCutIntoSegments(char letter, int times, int segments) => SmsSegments.Of(new string(letter, times)).Segments.ShouldBe(segments);

    [Theory]
    [InlineData("¿Qué pasó? ñ Ü à", "ó")]
    [InlineData("It’s", "’")]
    [InlineData("oficial 👮", "👮")]
    [InlineData("mañana [1] {2} €", null)]
    public void TheFirstLetterOutsideGsm7IsNamed(string text, string? culprit)
    {
        var segments = SmsSegments.Of(text);
        segments.Culprit.ShouldBe(culprit);
        segments.IsGsm7.ShouldBe(culprit is null);
    }

    [Fact]
    public void SomeSignsCountTwice()
    {
        SmsSegments.Of("€^{}[]~|\\").Characters.ShouldBe(18);
        SmsSegments.Of("👮").Characters.ShouldBe(2);
    }

    [Fact]
    public void ASignOfTwoUnitsIsNotCutInTwo()
    {
        SmsSegments.Of(new string('a', 152) + "€" + new string('a', 152)).Segments.ShouldBe(3);
        SmsSegments.Of(new string('я', 66) + "👮" + new string('я', 66)).Segments.ShouldBe(3);
    }
}
