using EngagementBot.TextAnalytics;
using EngagementBot.Tests.Understanding;

namespace EngagementBot.Tests.TextAnalytics;

public sealed class SentimentTests
{
    [Theory]
    [InlineData("i am scared to leave the house", "en")]
    [InlineData("tengo mucho miedo de salir", "es")]
    [InlineData("انا خايف كتير", "ar")]
    public async Task FearIsNegative(string text, string language) =>
        (await RepositoryContent.FeelAsync(text, language)).ShouldBe(TextSentiment.Negative);

    [Theory]
    [InlineData("where can i read the agreement", "en")]
    [InlineData("donde puedo leer el acuerdo", "es")]
    [InlineData("اين يمكنني قراءة الاتفاقية", "ar")]
    public async Task APlainQuestionIsNeutral(string text, string language) =>
        (await RepositoryContent.FeelAsync(text, language)).ShouldBe(TextSentiment.Neutral);

    [Fact]
    public async Task ANegationTurnsPraiseRound() =>
        (await RepositoryContent.FeelAsync("the officer was not helpful", "en")).ShouldBe(TextSentiment.Negative);
}
