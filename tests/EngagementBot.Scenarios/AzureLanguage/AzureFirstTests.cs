using EngagementBot.Scenarios.Browser;
using EngagementBot.Scenarios.BotFramework;
using EngagementBot.Scenarios.Service;
using EngagementBot.Tests.TextAnalytics.Azure;

namespace EngagementBot.Scenarios.AzureLanguage;

/// <summary>What leaves the house, what comes back, and what residents and officers see of it.</summary>
public sealed class AzureFirstTests(AzureFirstTests.Shared shared) : IClassFixture<AzureFirstTests.Shared>, IDisposable
{
    private const string Complaint = "the deputy shouted at my mother at the courthouse yesterday";
    private const string Place = "at the old courthouse building";

    private readonly FrontedService _bot = shared.Begin();

    public void Dispose() => _bot.Azure.Refused.ShouldBeEmpty();

    [Fact]
    public async Task LanguageFeelingAndPersonalDataAreAskedInTheLanguageThatWasFound()
    {
        _bot.Azure.Opinions = new() { Language = _ => ("es", 0.97) };
        await _bot.TalkAsync("el oficial con placa 48213 le gritó a mi mamá en la calle");
        _bot.Azure.Received.Select(r => r.Kind).Order().ShouldBe(["LanguageDetection", "PiiEntityRecognition", "SentimentAnalysis"]);
        _bot.Azure.Received.Skip(1).ShouldAllBe(r => r.Documents[0].Language == "es");
    }

    [Fact]
    public async Task NumbersAreCoveredBeforeAnythingIsSent()
    {
        await _bot.TalkAsync("my social is 536-22-8726 and my A number is A987654321, call 312 555 0187 or rosa@example.org, a deputy took my wallet");
        _bot.Azure.Received.ShouldNotBeEmpty();
        foreach (var text in _bot.Azure.Received.SelectMany(r => r.Documents).Select(d => d.Text))
        {
            text.ShouldContain("•••");
            foreach (var number in new[] { "536", "8726", "987654321", "0187", "rosa@" })
                text.ShouldNotContain(number);
        }
    }

    [Fact]
    public async Task ButtonsReceiptsShortTextsAndContactDetailsStayInTheHouse()
    {
        await _bot.TalkAsync("Make a complaint");
        await _bot.TalkAsync("What is the 287(g) program?", "1234 5678 9012 3456", "ok", "2024", "Español", "hola");
        var sent = _bot.Azure.Received.Count;
        sent.ShouldBe(0, string.Join('|', _bot.Azure.Received.Select(r => r.Documents[0].Text)));
        await _bot.TalkAsync(Complaint, Place, "No contact");
        await _bot.TalkAsync("Talk to a person", "Call me back", "my phone number is 312 555 0187 thank you");
        _bot.Azure.Received.SelectMany(r => r.Documents).Select(d => d.Text).Distinct().ShouldBe([Complaint]);
    }

    [Fact]
    public async Task NobodysWordsLeaveBeforeTheNotice()
    {
        var conversation = Channel.NewConversation();
        (await _bot.SayAsync(conversation, Complaint)).Text.ShouldContain("Azure AI Language");
        _bot.Azure.Received.ShouldBeEmpty();
        await _bot.SayAsync(conversation, Place + ", number 48213");
        _bot.Azure.Received.SelectMany(r => r.Documents).Select(d => d.Text).ShouldAllBe(t => t.StartsWith(Place, StringComparison.Ordinal));
        _bot.Azure.Received.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task WhoIsGreetedWithTheNoticeIsReadByTheServiceFromTheFirstWord()
    {
        using var resident = await DirectLine.DirectLineClient.StartAsync(_bot.Service.Address, "en");
        await resident.SayAsync(Complaint);
        _bot.Azure.Received.SelectMany(r => r.Documents).Select(d => d.Text).Distinct().ShouldBe([Complaint]);
    }

    [Fact]
    public async Task LanguageOfTheServiceDecides_ButNotForAWordOrTwo()
    {
        _bot.Azure.Opinions = new() { Language = t => (t.StartsWith("blorp", StringComparison.Ordinal) ? "es" : "en", 0.98) };
        (await _bot.TalkAsync("blorp zimtak quux wibble dorvan")).ShouldContain("Solo puedo ayudar");
        (await _bot.TalkAsync("what is 287g", "blorp zimtak")).ShouldNotContain("Solo puedo");
    }

    [Fact]
    public async Task WhatTheServiceRecognisesIsCoveredBeforeItIsStored_AndTheResidentIsTold()
    {
        const string account = "77 1834 2261 90";
        _bot.Azure.Opinions = new() { Entities = t => t.Contains(account, StringComparison.Ordinal) ? [("USBankAccountNumber", account, 0.9), ("PhoneNumber", "4471", 0.9)] : [] };
        var heard = await _bot.TalkAsync($"the deputy with badge 4471 copied the digits {account} from my checkbook at the stop");
        heard.ShouldContain("bank account number");
        var words = (await _bot.WordsAsync())[^1];
        words.ShouldBe("the deputy with badge 4471 copied the digits ••••••••• from my checkbook at the stop");
        Privacy.Traces.In(_bot.Service.DataDirectory, account).ShouldBeEmpty();
    }

    [Fact]
    public async Task BothOpinionsStandOnTheCase_AndTheOfficerReadsThem()
    {
        _bot.Azure.Opinions = new() { Sentiment = _ => ("positive", 0.86) };
        await _bot.TalkAsync(Complaint, Place, "No contact", "File it");
        var filed = (await _bot.CasesAsync())[^1];
        filed.Sentiment.ShouldBe("negative");
        filed.Disagreements.ShouldContain("positive");
        using var officer = await _bot.OfficerAsync();
        (await officer.GetAsync($"/console/cases/{filed.Number}")).Html.ShouldContain("Sentiment. Azure AI Language: positive 0.86; local analysis: negative");
    }

    [Theory]
    [InlineData("the deputy was rude to my mother at the courthouse yesterday", "deputy", "rude", false, "Azure AI Language: about “deputy”: rude (negative 0.99)")]
    [InlineData("ayer el agente no fue nada amable con mi mamá en la corte", "agente", "amable", true, "Azure AI Language: about “agente”: not amable (negative 0.99)")]
    public async Task OfficerReadsOfWhomTheTextSpeaksAndWhatItSays(string story, string target, string said, bool isDenied, string line)
    {
        _bot.Azure.Opinions = new() { Sentiment = _ => ("negative", 0.9), Targets = t => t == story ? [(target, said, isDenied, 0.99)] : [] };
        await _bot.TalkAsync("Make a complaint", story, Place, "Skip", "No contact", "File it");
        using var officer = await _bot.OfficerAsync();
        var page = (await officer.GetAsync($"/console/cases/{(await _bot.CasesAsync())[^1].Number}")).Text;
        System.Text.RegularExpressions.Regex.Replace(page, @"\s+", " ").ShouldContain(line);
    }

    [Fact]
    public async Task WhereTheServiceFindsNoOpinionNothingIsShownOfIt()
    {
        await _bot.TalkAsync(Complaint, Place, "No contact", "File it");
        using var officer = await _bot.OfficerAsync();
        (await officer.GetAsync($"/console/cases/{(await _bot.CasesAsync())[^1].Number}")).Text.ShouldNotContain("Opinions in the text");
    }

    [Fact]
    public async Task FeelingRaisesPraise_AndNeverLowersADanger()
    {
        _bot.Azure.Opinions = new() { Sentiment = d => d.Text.Contains("deputy", StringComparison.Ordinal) ? ("negative", 0.95) : ("positive", 0.99) };
        await _bot.TalkAsync("I want to thank the deputy who helped my mother, great work", "File it");
        var bitter = (await _bot.CasesAsync())[^1];
        (bitter.Kind, bitter.Priority).ShouldBe(("praise", 3));
        bitter.Disagreements.ShouldContain("urgency");
        await _bot.TalkAsync("ICE is breaking down our door right now please help");
        (await _bot.CasesAsync())[^1].Priority.ShouldBe(1);
    }

    [Fact]
    public async Task ResidentsAreToldOfTheService_OnlyWhereItIsUsed()
    {
        const string named = "Azure AI Language";
        (await _bot.SayAsync(Channel.NewConversation(), "the deputy hit my brother last week and laughed at him")).Text.ShouldContain(named);
        using var resident = await DirectLine.DirectLineClient.StartAsync(_bot.Service.Address, "ar");
        resident.Greeting[0].Text.ShouldContain(named);
        await using var alone = await FrontedService.StartAsync("LocalOnly");
        (await alone.TalkAsync("the deputy hit my brother last week and laughed at him")).ShouldNotContain(named);
        using var other = await DirectLine.DirectLineClient.StartAsync(alone.Service.Address, "ar");
        other.Greeting[0].Text.ShouldNotContain(named);
        alone.Azure.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task ServiceThatIsAwayIsShownToOfficers_AndNobodyElseNoticesIt()
    {
        await using var left = await FrontedService.StartAsync();
        using var officer = await left.OfficerAsync();
        (await officer.GetAsync("/console")).Html.ShouldNotContain("Local analysis in use");
        await left.Azure.GoAwayAsync();
        await left.TalkAsync(Complaint);
        (await left.TalkAsync(Complaint, Place, "No contact", "File it")).ShouldContain("receipt");
        (await officer.GetAsync("/console")).Html.ShouldContain("Local analysis in use for language and sentiment since today");
        for (var turn = 0; turn < 2; turn++)
            await left.TalkAsync("the deputy with badge 48213 shouted at me");
        (await officer.GetAsync("/console")).Html.ShouldContain("Local analysis in use since today");
        using var http = new HttpClient { BaseAddress = left.Service.Address };
        (await http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task LocalFirstAsksWhereItIsUnsure()
    {
        await using var sure = await FrontedService.StartAsync("LocalFirst");
        await sure.TalkAsync("what does the sheriff do with ICE in this county?");
        sure.Azure.Received.ShouldBeEmpty();
        await sure.TalkAsync("no la me");
        sure.Azure.Received.ShouldContain(r => r.Kind == "LanguageDetection");
    }

    /// <summary>One service for all tests of the class.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        private FrontedService _bot = null!;

        public async ValueTask InitializeAsync() => _bot = await FrontedService.StartAsync();

        public ValueTask DisposeAsync() => _bot.DisposeAsync();

        internal FrontedService Begin()
        {
            _bot.Azure.Forget();
            return _bot;
        }
    }
}
