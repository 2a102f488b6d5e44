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

    [Theory]
    [InlineData("اتصل 1-800-898-7180 الآن", "اتصل \u20661-800-898-7180\u2069 الآن")]
    [InlineData("النموذج I-200 أو I-247A", "النموذج \u2066I-200\u2069 أو \u2066I-247A\u2069")]
    [InlineData("في 2025-2026", "في \u20662025-2026\u2069")]
    [InlineData("انظر https://www.ice.gov/2025-01/I-200", "انظر https://www.ice.gov/2025-01/I-200")]
    [InlineData("في 22 نوفمبر 2026", "في 22 نوفمبر 2026")]
    public void NumbersOfSeveralPartsAreSetApartAndAddressesAreNot(string written, string shown)
    {
        _content.Write("locales/ar/answers/program.what.md", SmallContent.AnswerText(written));
        _content.Load().Locales["ar"].Answers["program.what"].Body.ShouldBe(shown);
    }

    [Fact]
    public void WhatTheAgencyGaveInTheLanguageRunsWithIt()
    {
        var texts = SmallContent.Agency().Texts.ToDictionary();
        texts["legal-aid"] = new Dictionary<string, string> { [""] = "Marlow Legal Aid", ["ar"] = "Marlow Legal Aid (مجانية)" };
        _content.Write("locales/ar/answers/program.what.md", SmallContent.AnswerText("{agency.legal-aid}"));
        var agency = new EngagementBot.Content.Agencies.Agency { TimeZone = "UTC", Participation = EngagementBot.Content.Agencies.Participation.None, Texts = texts };
        _content.Load(agency).Locales["ar"].Answers["program.what"].Body.ShouldBe("Marlow Legal Aid (مجانية)");
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
