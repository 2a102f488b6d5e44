using EngagementBot.Content;
using EngagementBot.Conversations.TextMessages;

namespace EngagementBot.Tests.TextMessages;

public sealed class PhoneTextTests
{
    [Fact]
    public void MarkdownIsLeftOutAndAddressesStay() =>
        PhoneText.Of("**Title**\n\nSee [ICE](https://ice.gov/287g).\n\n- one").ShouldBe("Title\nSee ICE https://ice.gov/287g.\n- one");

    [Fact]
    public void TypographyGivesWayWhereItAloneMakesATextDear()
    {
        PhoneText.Of("Don’t run – “please” …").ShouldBe("Don't run - \"please\" ...");
        PhoneText.Of("Não corra – “por favor”").ShouldBe("Não corra – “por favor”");
    }

    [Fact]
    public void ALongTextIsCutBetweenSentencesAndNothingIsLost()
    {
        var text = string.Concat(Enumerable.Range(1, 120).Select(i => $"This is sentence number {i}. ")).Trim();
        var pieces = PhoneText.Split(text);
        pieces.Count.ShouldBeGreaterThan(3);
        pieces.ShouldAllBe(p => p.Length <= 700 && SmsSegments.Of(p).Segments <= 5 && p.EndsWith('.'));
        string.Join(' ', pieces).ShouldBe(text);
    }

    [Fact]
    public void ATextWithoutSpacesIsCutBetweenCharacters()
    {
        var pieces = PhoneText.Split(string.Concat(Enumerable.Repeat("👮", 500)));
        pieces.ShouldAllBe(p => p.Length % 2 == 0 && SmsSegments.Of(p).Segments <= 5);
        string.Concat(pieces).Length.ShouldBe(1000);
    }

    [Fact]
    public void AShortTextStaysWhole() => PhoneText.Split("Hello.").ShouldBe(["Hello."]);
}
