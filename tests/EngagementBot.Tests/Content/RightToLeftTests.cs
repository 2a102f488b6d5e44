using EngagementBot.Content;
using EngagementBot.Content.Locales;

namespace EngagementBot.Tests.Content;

public sealed class RightToLeftTests : IDisposable
{
    private readonly SmallContent _content = new();
    private readonly Locale _arabic;
    private readonly Locale _english;

    public RightToLeftTests()
    {
        _content.Add("ar", "rtl", "ar").Write(SmallContent.Answer, Text()).Write("locales/ar/answers/program.what.md", Text());
        var library = _content.Load(SmallContent.Agency(texts: [("phone", "512 555 0100"), ("web", "https://county.gov")]));
        (_arabic, _english) = (library.Locales["ar"], library.Locales["en"]);
    }

    [Fact]
    public void TheNameOfTheProgramIsSetApart()
    {
        _arabic.Answers["program.what"].Body.ShouldContain("What is \u2066287(g)\u2069?");
        _arabic.Answers["program.what"].Title.ShouldContain("\u2066287(g)\u2069");
        _arabic.Say(Phrase.Greeting).ShouldContain("\u2066287(g)\u2069");
    }

    [Fact]
    public void ValuesAreSetApartAndAddressesAreNot()
    {
        _arabic.Answers["program.what"].Body.ShouldContain("\u2068512 555 0100\u2069");
        _arabic.Answers["program.what"].Body.ShouldContain("at https://county.gov");
        _arabic.Say(Phrase.StatusDue, ("due", "5/6")).ShouldContain("\u20685/6\u2069");
        _arabic.Say(Phrase.OffTopic).ShouldContain("\u2068512 555 0100\u2069");
    }

    [Fact]
    public void ALeftToRightLanguageNeedsNoneOfIt()
    {
        var all = _english.Answers["program.what"].Message + _english.Say(Phrase.Greeting) + _english.Say(Phrase.StatusDue, ("due", "5/6"));
        all.ShouldNotContain("\u2066");
        all.ShouldNotContain("\u2068");
    }

    public void Dispose() => _content.Dispose();

    private static string Text() => SmallContent.AnswerText("What is 287(g)? Call {agency.phone} or look at {agency.web}.", title: "What is 287(g)?");
}
