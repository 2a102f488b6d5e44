using EngagementBot.Casework.Cases;
using EngagementBot.Content.Locales;
using EngagementBot.Tests.Understanding;

namespace EngagementBot.Tests.Content;

public sealed class LocaleTests
{
    [Theory]
    [InlineData("es", "es")]
    [InlineData("ES-mx", "es")]
    [InlineData("ar_EG", "ar")]
    [InlineData("de", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void ATagFindsTheLanguageThatComesNearest(string? tag, string? found) => RepositoryContent.Library.Find(tag)?.Tag.ShouldBe(found);

    [Fact]
    public void EveryStateOfACaseHasAWordInEveryLanguage() =>
        RepositoryContent.Library.Locales.Values.ShouldAllBe(l => Enum.GetValues<CaseState>().All(s => l.Has($"state.{s.Name()}")));

    [Theory]
    [InlineData("en-US", "November 2, 2026")]
    [InlineData("es-US", "2 de noviembre de 2026")]
    [InlineData("ar", "2 نوفمبر 2026")]
    [InlineData("ru-RU", "2 ноября 2026")]
    [InlineData("fr-FR", "2 novembre 2026")]
    [InlineData("pt-BR", "2 de novembro de 2026")]
    [InlineData("ko-KR", "2026년 11월 2일")]
    [InlineData("zh-Hans-CN", "2026年11月2日")]
    [InlineData("fil-PH", "Nobyembre 2, 2026")]
    [InlineData("hi-IN", "2 नवंबर 2026")]
    public void ADayIsWrittenAsPeopleWriteIt(string culture, string written)
    {
        using var content = new SmallContent().Add("xx", "ltr", culture);
        Plain(content.Load().Locales["xx"].Day(new DateOnly(2026, 11, 2))).ShouldBe(written);
    }

    [Fact]
    public void ALanguagesOwnMonthsReplaceThoseOfDotNet()
    {
        using var content = new SmallContent().Add("ht", "ltr", "fr-FR", "months: [janvye, fevriye, mas, avril, me, jen, jiyè, out, septanm, oktòb, novanm, desanm]");
        content.Load().Locales["ht"].Day(new DateOnly(2026, 11, 2)).ShouldBe("2 novanm 2026");
    }

    [Fact]
    public void ANumberTakesItsPluralForm()
    {
        using var content = new SmallContent().Replace(SmallContent.Strings, "\"one\": \"There is one answer from an officer:\"", "\"one\": \"one\"");
        var english = content.Load().Reference;
        english.SayCount("status.replies", 1).ShouldBe("one");
        english.SayCount("status.replies", 3).ShouldBe("There are 3 answers from an officer:");
    }

    // Without the marks of direction and the narrow spaces of a culture, which differ between versions of ICU.
    private static string Plain(string date) => date.Replace("\u200f", "", StringComparison.Ordinal).Replace('\u202f', ' ');
}
