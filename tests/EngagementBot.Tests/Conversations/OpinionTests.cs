using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;
using EngagementBot.Tests.Understanding;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.Tests.Turns;

/// <summary>What a service finds said in a story stays with the case, as far as the words may.</summary>
public sealed class OpinionTests : IAsyncLifetime
{
    private const string Story = "the deputy was rude to my mother, and my undocumented cousin was not calm";

    private static readonly ToldService Service = new();
    private static readonly Lazy<MessageUnderstanding> Understanding = new(() => new MessageUnderstanding(
        RepositoryContent.Library, RepositoryContent.Analytics, second: new SecondOpinion(RepositoryContent.Library, Service, isAskedAlways: true, new ServiceUse())));

    private Bot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        Service.Forget();
        _bot = await Bot.StartAsync(Understanding.Value, new ServicesInUse(["Azure AI Language"]));
        await _bot.SayAsync("", TurnType.Start);
        await _bot.SayAsync("Make a complaint");
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task CaseKeepsThemInTheResidentsWords()
    {
        Tell(About("deputy", "rude"), About("cousin", "calm", isDenied: true));
        var filed = await FileAsync("File it");
        filed.Opinions.Select(o => (o.Target, o.Sentiment, o.Score)).ShouldBe([("deputy", "negative", 0.99), ("cousin", "negative", 0.99)]);
        filed.Opinions.SelectMany(o => o.Assessments).ShouldBe([new Assessment("rude", false), new Assessment("calm", true)]);
    }

    [Fact]
    public async Task WordsThatAreLeftOutOfTheCaseDoNotComeBackWithThem()
    {
        Tell(About("deputy", "rude"), About("undocumented cousin", "calm"));
        (await FileAsync(Bot.In("en").Say("dialog.leave-out-status"))).Opinions.ShouldHaveSingleItem().Target.ShouldBe("deputy");
    }

    [Fact]
    public async Task WordsThatTheServiceCoversDoNotComeBackWithThem()
    {
        Tell(About("deputy", "rude"), About("mother", "calm"));
        Service.Answer = Service.Answer with { Masked = new MaskedText(Story.Replace("mother", "•••••••••", StringComparison.Ordinal), ["phone"]) };
        (await FileAsync("File it")).Opinions.ShouldHaveSingleItem().Target.ShouldBe("deputy");
        (await _bot.Store.Conversations.LoadAsync(_bot.Conversation, "", TestContext.Current.CancellationToken))!.State.ToJson().ShouldNotContain("mother");
    }

    [Fact]
    public async Task StoryThatIsToldAnewHasItsOwn()
    {
        Tell(About("deputy", "rude"));
        await _bot.SayAllAsync(Story, "Skip", "Skip", "No contact");
        Tell(About("guard", "loud"));
        await _bot.SayAllAsync("Change something", "What happened", "the deputy was rude and the guard was loud", "File it");
        (await _bot.CasesAsync()).ShouldHaveSingleItem().Opinions.ShouldHaveSingleItem().Target.ShouldBe("guard");
    }

    private static SentenceOpinion About(string target, string said, bool isDenied = false) => new(target, TextSentiment.Negative, 0.99, [new AssessmentSentiment(said, isDenied)]);

    private static void Tell(params SentenceOpinion[] opinions) =>
        Service.Answer = new ServiceAnalysis(null, new DocumentSentiment(TextSentiment.Negative, 0.95), null) { Opinions = opinions };

    private async Task<Case> FileAsync(string ending)
    {
        await _bot.SayAllAsync(Story, "Skip", "Skip", "No contact", ending);
        return (await _bot.CasesAsync()).ShouldHaveSingleItem((await _bot.LogAsync())[^1].Text);
    }
}
