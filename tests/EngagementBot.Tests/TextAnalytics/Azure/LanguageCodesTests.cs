using EngagementBot.TextAnalytics.Azure;
using EngagementBot.TextAnalytics.Resilience;

namespace EngagementBot.Tests.TextAnalytics.Azure;

public sealed class LanguageCodesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("fil", "tl")]
    [InlineData("zh_chs", "zh-Hans")]
    [InlineData("zh_cht", "zh-Hant")]
    [InlineData("zh-hans", "zh-Hans")]
    [InlineData("pt_br", "pt-br")]
    [InlineData("es", "es")]
    public void CodesOfTheServiceAreReadAsTags(string code, string tag) => LanguageCodes.Tag(code).ShouldBe(tag);

    [Theory]
    [InlineData("en", "en", "en")]
    [InlineData("es-MX", "es", "es")]
    [InlineData("pt-BR", "pt-BR", "pt-BR")]
    [InlineData("zh-Hans", "zh-hans", "zh-hans")]
    [InlineData("zh-Hant", "zh-hant", "zh-hant")]
    [InlineData("tl", "fil", null)]
    [InlineData("ht", null, null)]
    [InlineData("und", null, null)]
    public void LanguagesAreNamedAsTheServiceDoes_OrNotAsked(string tag, string? sentiment, string? pii)
    {
        LanguageCodes.ForSentiment(tag).ShouldBe(sentiment);
        LanguageCodes.ForPii(tag).ShouldBe(pii);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("Sun, 22 Nov 2026 12:00:07 GMT", 7)]
    [InlineData("Sun, 22 Nov 2026 11:00:00 GMT", 0)]
    [InlineData("Sunday, 22-Nov-26 12:00:07 GMT", 7)]
    [InlineData("Sun Nov 22 12:00:07 2026", 7)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData(null, null)]
    public void PausesAreReadInSecondsAndAsDates(string? text, int? seconds) =>
        RetryAfter.Read(text, Now).ShouldBe(seconds is { } s ? TimeSpan.FromSeconds(s) : null);
}
