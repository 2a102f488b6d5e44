using EngagementBot.TextAnalytics;
using EngagementBot.Tests.Understanding;

namespace EngagementBot.Tests.TextAnalytics;

public sealed class LanguageDetectionTests(ITestOutputHelper output)
{
    private const double Certain = 0.8;

    [Theory]
    [InlineData("ok")]
    [InlineData("si")]
    [InlineData("no")]
    [InlineData("hello")]
    [InlineData("287g?")]
    [InlineData("287(g)")]
    [InlineData("ICE")]
    [InlineData("👍")]
    [InlineData("123 Main St")]
    [InlineData("4821 7730 1194 6025")]
    [InlineData("Maria Gonzalez")]
    [InlineData("A 204 399 112")]
    [InlineData("")]
    public async Task ShortAnswersKeepTheLanguage(string text) =>
        (await RepositoryContent.DetectAsync(text, "ar")).ConfidenceScore.ShouldBeLessThan(Certain);

    [Theory]
    [InlineData("hola", "es")]
    [InlineData("gracias", "es")]
    [InlineData("buenos dias", "es")]
    [InlineData("شكرا", "ar")]
    public async Task UnmistakableGreetingsAreTold(string text, string language)
    {
        var told = await RepositoryContent.DetectAsync(text, "en");
        told.Iso6391Name.ShouldBe(language);
        told.ConfidenceScore.ShouldBeGreaterThanOrEqualTo(Certain);
    }

    [Theory]
    [InlineData("los cops asked me for mi papers in the street", "en")]
    [InlineData("el cop me paro y me pidio los papers en el freeway", "es")]
    [InlineData("q hago si me para la policia", "es")]
    [InlineData("ana khayef mn el shorta", "ar")]
    [InlineData("shu ya3ni had el barnamej", "ar")]
    [InlineData("can u tell me wat is happenin wit the sherrif", "en")]
    public async Task MixedRomanisedAndMisspeltTextsAreTold(string text, string language) =>
        (await RepositoryContent.DetectAsync(text)).Iso6391Name.ShouldBe(language);

    [Fact]
    public async Task LanguagesAreTold()
    {
        var rows = RepositoryContent.Rows("languages.tsv").ToList();
        var right = 0;
        foreach (var row in rows)
        {
            var told = await RepositoryContent.DetectAsync(row[1]);
            if (told.Iso6391Name.Split('-')[0] == row[0] || (row[0] == DetectedLanguage.Undetermined && told.ConfidenceScore < Certain))
                right++;
            else
                output.WriteLine($"{row[0]} taken for {told.Iso6391Name} ({told.ConfidenceScore}): {row[1]}");
        }
        ((double)right / rows.Count).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public async Task AnotherLanguageIsNotTakenForAnOfferedOne()
    {
        var offered = RepositoryContent.Library.Locales.Values.Select(l => l.Tag).ToHashSet();
        foreach (var row in RepositoryContent.Rows("languages.tsv").Where(r => RepositoryContent.Library.Find(r[0]) is null && r[0] != DetectedLanguage.Undetermined))
            offered.ShouldNotContain((await RepositoryContent.DetectAsync(row[1])).Iso6391Name, row[1]);
    }

    [Fact]
    public async Task OneOfManyOtherLanguagesIsRarelyTakenForAnOfferedOne()
    {
        var rows = RepositoryContent.Rows("other-languages.tsv").ToList();
        var (taken, named) = (0, 0);
        foreach (var language in rows.GroupBy(r => r[0]))
        {
            var told = new List<DetectedLanguage>();
            foreach (var row in language)
                told.Add(await RepositoryContent.DetectAsync(row[1]));
            taken += told.Count(t => t.ConfidenceScore >= Certain && RepositoryContent.Library.Find(t.Iso6391Name) is not null);
            named += told.Count(t => t.Iso6391Name == language.Key);
            output.WriteLine($"{language.Key} taken for {string.Join(", ", told.CountBy(t => t.Iso6391Name).OrderByDescending(t => t.Value).Select(t => $"{t.Key} {t.Value}"))}");
        }
        output.WriteLine($"Figures: not offered: taken for an offered one {taken}, named {named}, of {rows.Count}");
        ((double)taken / rows.Count).ShouldBeLessThanOrEqualTo(0.02);
        ((double)named / rows.Count).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public async Task ShortTextsAreTold()
    {
        var rows = RepositoryContent.Rows("short-texts.tsv").ToList();
        rows.ShouldAllBe(r => r[1].Length <= 20);
        var right = 0;
        foreach (var row in rows)
        {
            var told = await RepositoryContent.DetectAsync(row[1]);
            if (told.Iso6391Name.Split('-')[0] == row[0])
                right++;
            else
                output.WriteLine($"{row[0]} taken for {told.Iso6391Name} ({told.ConfidenceScore}): {row[1]}");
        }
        output.WriteLine($"Figures: short texts told: {right} of {rows.Count}");
        ((double)right / rows.Count).ShouldBeGreaterThanOrEqualTo(0.97);
    }
}
