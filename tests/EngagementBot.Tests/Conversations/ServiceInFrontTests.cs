using EngagementBot.Casework.Cases;
using EngagementBot.Content;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;
using EngagementBot.Tests.Understanding;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.Tests.Turns;

/// <summary>What a service in front of the local analysis may change of a conversation.</summary>
public sealed class ServiceInFrontTests : IAsyncLifetime
{
    private static readonly ToldService Service = new();
    private static readonly Lazy<MessageUnderstanding> Understanding = new(() => new MessageUnderstanding(
        RepositoryContent.Library, RepositoryContent.Analytics, second: new SecondOpinion(RepositoryContent.Library, Service, isAskedAlways: true, new ServiceUse())));

    private Bot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        Service.Forget();
        _bot = await Bot.StartAsync(Understanding.Value, new ServicesInUse(["Azure AI Language"]));
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("gl")]
    [InlineData("pt")]
    public async Task DangerIsAnsweredWhereTheServiceTakesTheWordsForANeighbouringLanguage(string told)
    {
        Service.Answer = new ServiceAnalysis(new DetectedLanguage("", told, 0.9), null, null);
        await _bot.SayAsync("hola, tengo una pregunta sobre la policía", hint: "es");
        await _bot.SayAsync("tiene un cuchillo", hint: "es");
        (await _bot.CasesAsync()).ShouldHaveSingleItem().Kind.ShouldBe("emergency");
    }

    [Fact]
    public async Task WhoeverTextsIsToldOfTheServiceWithTheFirstReply_AndOnce()
    {
        _bot.Pages = "https://chat.example";
        (await _bot.SayAsync("what is the 287g program"))[1].Text.ShouldContain("Azure AI Language");
        (await _bot.SayAsync("who pays for the program")).ShouldAllBe(r => !r.Text.Contains("Azure AI Language"));
    }

    [Fact]
    public async Task WhoeverWasNotGreetedIsToldOfTheServiceWithTheFirstReply_AndOnce()
    {
        var replies = await _bot.SayAsync("what is the 287g program");
        replies[0].Text.ShouldContain("Azure AI Language");
        replies[1].Suggestions.ShouldNotBeEmpty();
        (await _bot.SayAsync("who pays for the program")).ShouldAllBe(r => !r.Text.Contains("Azure AI Language"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://chat.example")]
    public async Task FirstWordsStayInTheHouse_AndTheNextAreSentOnceTheResidentWasTold(string? pages)
    {
        _bot.Pages = pages;
        await _bot.SayAsync("my cousin asks who pays the deputies for all this work");
        Service.Asked.ShouldBe(0);
        await _bot.SayAsync("my cousin also asks who pays the deputies for the training");
        Service.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task WordsOfDangerStayInTheHouseUntilTheResidentWasTold()
    {
        await _bot.SayAsync("there is a man with a gun in the yard");
        await _bot.SayAsync("he is shooting at my neighbors");
        Service.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task WhoeverWipedTheConversationHasStillBeenTold()
    {
        await _bot.SayAsync("", TurnType.Start);
        await _bot.SayAllAsync("delete my data", Bot.In("en").Say("erase.yes"));
        Service.Forget();
        (await _bot.SayAsync("my cousin asks who pays the deputies for all this work")).ShouldAllBe(r => !r.Text.Contains("Azure AI Language"));
        Service.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task AnswerToDangerIsNotKeptWaitingForTheNotice()
    {
        (await _bot.SayAsync("there is a man with a gun in the yard")).ShouldAllBe(r => !r.Text.Contains("Azure AI Language"));
        (await _bot.SayAsync("what is the 287g program"))[0].Text.ShouldContain("Azure AI Language");
    }

    [Fact]
    public async Task ServiceIsAskedOnceThoughTheConversationChangesMeanwhile()
    {
        var other = new TurnRecord
        {
            Turn = new Turn { ConversationId = _bot.Conversation, Channel = "directline", Key = "other", Type = TurnType.Message },
            Version = 1, State = new ConversationState { IsToldOfServices = true }, StoredText = "hello", Replies = [], At = _bot.Clock.Now,
        };
        await _bot.SayAsync("", TurnType.Start);
        Service.Meanwhile = () => _bot.Store.Conversations.CommitAsync(other, TestContext.Current.CancellationToken);
        (await _bot.SayAsync("my cousin asks who pays the deputies for all this work")).ShouldNotBeEmpty();
        (await _bot.LogAsync()).Count(m => m is { IsFromResident: true, Type: "message" }).ShouldBe(2);
        Service.Asked.ShouldBe(1);
    }

    [Theory]
    [InlineData(TextSentiment.Neutral, false)]
    [InlineData(TextSentiment.Positive, true)]
    public async Task TwoOpinionsAreOnlyWhereTheAnalysesThemselvesDiffer(TextSentiment told, bool differs)
    {
        const string complaint = "the deputy took my brother away at the courthouse yesterday";
        (await RepositoryContent.FeelAsync(complaint)).ShouldBe(TextSentiment.Neutral);
        Service.Answer = new ServiceAnalysis(null, new DocumentSentiment(told, 0.9), null);
        var reading = await Understanding.Value.ReadAsync(new Said(complaint, "en", null, ServiceMay.TellAll), TestContext.Current.CancellationToken);
        reading.Sentiment.ShouldBe(TextSentiment.Negative);
        reading.Disagreements.Any(d => d.On == Disagreement.Sentiment).ShouldBe(differs);
    }
}

/// <summary>Tells what it is told to tell.</summary>
internal sealed class ToldService : ITextAnalytics
{
    public ServiceAnalysis Answer { get; set; } = ServiceAnalysis.None;

    /// <summary>Happens while it is asked for the first time.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public int Asked { get; private set; }

    public void Forget() => (Answer, Meanwhile, Asked) = (ServiceAnalysis.None, null, 0);

    public async ValueTask<ServiceAnalysis> AnalyzeAsync(TextQuestion question, CancellationToken cancellationToken)
    {
        if (Asked++ == 0 && Meanwhile is { } happens)
            await happens();
        return Answer;
    }
}
