using EngagementBot.Content;
using EngagementBot.Content.Agencies;

namespace EngagementBot.Tests.Content;

public sealed class AgencyAnswersTests : IDisposable
{
    private readonly SmallContent _content = new();

    [Theory]
    [InlineData(Participation.None, "", "all no")]
    [InlineData(Participation.Considering, "", "all maybe")]
    [InlineData(Participation.Unknown, "", "all unknown")]
    [InlineData(Participation.Active, "", "all unknown")]
    [InlineData(Participation.Active, "JEM", "all jail")]
    [InlineData(Participation.Active, "WSO", "all jail warrant")]
    [InlineData(Participation.Active, "WSO TFM", "all jail warrant street")]
    public void AnAgencyShowsOnlyItsBlocks(Participation participation, string models, string shown)
    {
        _content.Write(SmallContent.Answer, SmallContent.AnswerText(
            "all\n\n::: none\nno\n:::\n::: considering\nmaybe\n:::\n::: unknown\nunknown\n:::\n::: JEM WSO\njail\n:::\n::: WSO\nwarrant\n:::\n::: TFM\nstreet\n:::"));
        var agency = SmallContent.Agency(participation, models.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Answer(agency).Body.Split("\n\n").ShouldBe(shown.Split(' '));
    }

    [Fact]
    public void FactsOfTheAgencyAreFilledIn()
    {
        _content.Write(SmallContent.Answer, SmallContent.AnswerText("Call {agency.phone} of {agency.name}.", shortText: "\"Call {agency.phone}.\""));
        var answer = Answer(SmallContent.Agency(texts: ("phone", "512 555 0100")));
        answer.Body.ShouldBe("Call 512 555 0100 of Test County Sheriff.");
        answer.Short.ShouldBe("Call 512 555 0100.");
    }

    [Fact]
    public void WhatTheAgencyHasNotGivenIsSaidSo()
    {
        _content.Write(SmallContent.Answer, SmallContent.AnswerText("Call {agency.phone}. Signed: {agency.signed}. Kind: {agency.models}."));
        var not = _content.Load().Reference;
        Answer(SmallContent.Agency(texts: ("phone", " "))).Body.ShouldBe(
            $"Call {not.Say("not-given.phone")}. Signed: {not.Say("not-given.signed")}. Kind: {not.Say("not-given.models")}.");
    }

    [Fact]
    public void ModelsAndTheDayAreWrittenOut()
    {
        _content.Write(SmallContent.Answer, SmallContent.AnswerText("{agency.models}; {agency.signed}; {agency.retention-years}"));
        var agency = new Agency
        {
            TimeZone = "America/Chicago", Participation = Participation.Active, Models = ["JEM", "WSO", "TFM"], Signed = new DateOnly(2025, 6, 16), RetentionYears = 5,
            Texts = SmallContent.Agency().Texts,
        };
        Answer(agency).Body.ShouldBe("Jail Enforcement Model, Warrant Service Officer model and Task Force Model; June 16, 2025; 5");
    }

    [Fact]
    public void ALanguagesOwnTextOfTheAgencyGoesFirst()
    {
        var byLanguage = new Dictionary<string, string> { [""] = "9-17", ["es"] = "de 9 a 17" };
        var agency = new Agency { TimeZone = "UTC", Participation = Participation.None, Texts = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["hours"] = byLanguage } };
        agency.Text("hours", "es").ShouldBe("de 9 a 17");
        agency.Text("hours", "ar").ShouldBe("9-17");
        agency.Text("phone", "es").ShouldBeNull();
    }

    [Fact]
    public void TheMessageHasSourcesDateAndThatItIsNotApproved()
    {
        var message = Answer(SmallContent.Agency()).Message;
        message.ShouldContain("- [ICE](https://www.ice.gov/287g)");
        message.ShouldContain("Checked on November 22, 2026.");
        message.ShouldEndWith(_content.Load().Reference.Say(Phrase.AnswerDraft));
    }

    [Fact]
    public void AnApprovedAnswerIsNotMarked()
    {
        _content.Write(SmallContent.Answer, SmallContent.AnswerText(status: "approved", front: "approved_by: Sheriff Stone"));
        Answer(SmallContent.Agency()).Message.ShouldNotContain(_content.Load().Reference.Say(Phrase.AnswerDraft));
    }

    [Fact]
    public void TheAgencysOwnPageIsASourceWithoutAddressUntilItIsGiven()
    {
        _content.Write(SmallContent.Answer, SmallContent.AnswerText(sources: "  - title: Our page\n    url: \"{agency.web}\""));
        Answer(SmallContent.Agency()).Message.ShouldContain("- Our page\n");
        Answer(SmallContent.Agency(texts: ("web", "https://county.gov"))).Message.ShouldContain("- [Our page](https://county.gov)");
    }

    public void Dispose() => _content.Dispose();

    private EngagementBot.Content.Answers.Answer Answer(Agency agency) => _content.Load(agency).Reference.Answers["program.what"];
}
