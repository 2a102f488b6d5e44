using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;
using EngagementBot.Tests.Understanding;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.Tests.Turns;

/// <summary>A case says in which language the resident told it, whatever language the bot answers in.</summary>
public sealed class LanguageOfWordsTests : IAsyncLifetime
{
    private const string Bengali = "গতকাল একজন পুলিশ অফিসার আমার ভাইকে মাটিতে ফেলে দিয়েছিল এবং গালি দিয়েছিল";

    private static readonly ToldService Service = new();
    private static readonly Lazy<MessageUnderstanding> Fronted = new(() => new MessageUnderstanding(
        RepositoryContent.Library, RepositoryContent.Analytics, second: new SecondOpinion(RepositoryContent.Library, Service, isAskedAlways: true, new ServiceUse())));

    private Bot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        Service.Forget();
        _bot = await Bot.StartAsync();
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData(Bengali, "bn")]
    [InlineData("Ayer un policía empujó a mi hermano al suelo y lo insultó en la calle", "es")]
    [InlineData("昨天一个警察把我弟弟推倒在地上还骂他", "zh-Hans")]
    [InlineData("yesterday a deputy pushed my brother to the ground and insulted him", null)]
    [InlineData("Policía malo", null)]
    public async Task CaseFiledInEnglishKeepsTheLanguageOfTheStory(string story, string? language)
    {
        var filed = await FileAsync(story);
        (filed.Language, filed.WordsLanguage, filed.Text).ShouldBe(("en", language, story));
    }

    [Fact]
    public async Task StoryThatIsToldAnewHasItsOwnLanguage()
    {
        await BeginAsync();
        await _bot.SayAllAsync(Bengali, "Skip", "Skip", "No contact", "Change something", "What happened", "yesterday a deputy pushed my brother to the ground and insulted him");
        await _bot.SayAllAsync("Skip", "Skip", "File it");
        (await _bot.CasesAsync()).ShouldHaveSingleItem().WordsLanguage.ShouldBeNull();
    }

    [Theory]
    [InlineData("so", 0.95, "so")]
    [InlineData("so", 0.7, null)]
    public async Task ServiceTellsALanguageThatNobodyHereKnows_WhereItIsCertain(string told, double score, string? language)
    {
        await _bot.DisposeAsync();
        _bot = await Bot.StartAsync(Fronted.Value, new ServicesInUse(["Azure AI Language"]));
        await BeginAsync();
        Service.Answer = new ServiceAnalysis(new DetectedLanguage("", told, score), null, null);
        await _bot.SayAllAsync("vlimdar oquesh tinzo brapul kowex", "Skip", "Skip", "No contact", "File it");
        (await _bot.CasesAsync()).ShouldHaveSingleItem().WordsLanguage.ShouldBe(language);
        (await _bot.LogAsync())[^1].Language.ShouldBe("en");
    }

    [Fact]
    public async Task WhereBothAreCertainOfDifferentLanguagesNoneIsTold()
    {
        Service.Answer = new ServiceAnalysis(new DetectedLanguage("Galician", "gl", 0.9), null, null);
        const string text = "ayer un policía empujó a mi hermano al suelo y lo insultó en la calle";
        var reading = await Fronted.Value.ReadAsync(new Said(text, "es", null, ServiceMay.TellStory), TestContext.Current.CancellationToken);
        reading.Language.Iso6391Name.ShouldBe("gl");
        LanguageOfWords.Of(reading, text).ShouldBeNull();
    }

    private async Task BeginAsync()
    {
        await _bot.SayAsync("", TurnType.Start, "en");
        await _bot.SayAsync("Make a complaint");
    }

    private async Task<Case> FileAsync(string story)
    {
        await BeginAsync();
        await _bot.SayAllAsync(story, "Skip", "Skip", "No contact", "File it");
        if ((await _bot.CasesAsync()).Count == 0)
            await _bot.SayAllAsync("Skip", "No contact", "File it");
        return (await _bot.CasesAsync()).ShouldHaveSingleItem((await _bot.LogAsync())[^1].Text);
    }
}
