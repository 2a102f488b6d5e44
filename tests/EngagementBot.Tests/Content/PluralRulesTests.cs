using EngagementBot.Content.Locales;

namespace EngagementBot.Tests.Content;

/// <summary>Against the sample numbers of the Unicode CLDR.</summary>
public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("en", "one", 1)]
    [InlineData("en", "other", 0, 2, 11, 21, 101)]
    [InlineData("es", "one", 1)]
    [InlineData("es", "other", 0, 2, 16, 100)]
    [InlineData("fr", "one", 0, 1)]
    [InlineData("fr", "other", 2, 17, 100)]
    [InlineData("pt-BR", "one", 0, 1)]
    [InlineData("hi", "one", 0, 1)]
    [InlineData("ar", "zero", 0)]
    [InlineData("ar", "one", 1)]
    [InlineData("ar", "two", 2)]
    [InlineData("ar", "few", 3, 10, 103, 110, 1003)]
    [InlineData("ar", "many", 11, 26, 99, 111, 1011)]
    [InlineData("ar", "other", 100, 102, 200, 202, 1000)]
    [InlineData("ru", "one", 1, 21, 31, 101, 1001)]
    [InlineData("ru", "few", 2, 4, 22, 24, 102, 1002)]
    [InlineData("ru", "many", 0, 5, 11, 12, 14, 19, 111, 112, 1000)]
    [InlineData("tl", "one", 0, 1, 2, 3, 5, 7, 8, 10, 13, 15, 101)]
    [InlineData("tl", "other", 4, 6, 9, 14, 16, 19, 104)]
    [InlineData("zh-Hans", "other", 0, 1, 2)]
    [InlineData("ko", "other", 1)]
    [InlineData("vi", "other", 1)]
    public void ANumberHasItsCategory(string tag, string category, params int[] numbers) =>
        numbers.ShouldAllBe(n => PluralRules.Category(tag, n) == category);
}
