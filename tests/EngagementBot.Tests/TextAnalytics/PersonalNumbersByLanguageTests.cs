using System.Diagnostics;
using EngagementBot.Tests.Understanding;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Tests.TextAnalytics;

/// <summary>Sentences of <c>numbers.tsv</c> with many numbers put in: each is found for what it is, and not a word beside it is lost.</summary>
public sealed class PersonalNumbersByLanguageTests(ITestOutputHelper output)
{
    private const string Cover = "•••••••••";
    private const int Tries = 60;

    public static TheoryData<string> Languages => [.. RepositoryContent.Library.Locales.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void APersonsNumberIsFoundAndNothingElseIsLost(string language)
    {
        var numbers = new MadeUpNumbers(seed: 287);
        foreach (var row in Rows("numbers.tsv", language))
        {
            for (var tries = 0; tries < Tries; tries++)
            {
                var text = row[2].Replace("{n}", numbers.Of(row[1], language), StringComparison.Ordinal);
                var masked = PersonalNumbers.Mask(text);
                masked.Kinds.ShouldBe([row[1]], text);
                // The A that stands before the number is part of it.
                WithoutA(masked.Text).ShouldBe(WithoutA(row[2].Replace("{n}", Cover, StringComparison.Ordinal)), text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void DatesBadgesPricesAndCasesStay(string language)
    {
        var numbers = new MadeUpNumbers(seed: 1787);
        foreach (var row in Rows("numbers-that-stay.tsv", language))
        {
            for (var tries = 0; tries < Tries; tries++)
            {
                var text = numbers.FillWithHarmless(row[1], language);
                PersonalNumbers.Mask(text).Text.ShouldBe(text);
            }
        }
    }

    [Fact]
    public void EveryKindIsTriedInEveryLanguage() => RepositoryContent.Library.Locales.Keys.ShouldAllBe(
        l => Rows("numbers.tsv", l).Select(r => r[1]).Distinct().Count() == 6 && Rows("numbers-that-stay.tsv", l).Any());

    [Fact]
    public void OfOrdinaryMessagesAtMostOneInAHundredIsMasked()
    {
        var texts = RepositoryContent.Library.Locales.Keys.SelectMany(l => RepositoryContent.Rows($"{l}.tsv").Select(r => r[0]))
            .Concat(new[] { "messages.tsv", "messages-heldout.tsv" }.SelectMany(RepositoryContent.Rows).Select(r => r[6])).ToList();
        var masked = texts.Count(t => PersonalNumbers.Mask(t).Kinds.Count > 0);
        output.WriteLine($"Figures: {masked} of {texts.Count} ordinary messages masked");
        ((double)masked / texts.Count).ShouldBeLessThanOrEqualTo(0.01);
    }

    // 4,000 characters are all that a message may have; each was the start of a search over all the others.
    [Theory]
    [InlineData("1 ")]
    [InlineData("3/4/87 born ")]
    [InlineData("A204399112 ")]
    [InlineData("1A1-")]
    [InlineData("a@b.c")]
    public void NoMessageTakesLong(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 4000 / part.Length));
        var best = Enumerable.Range(0, 5).Min(_ => Took(text));
        output.WriteLine($"Figures: {best.TotalMilliseconds:0.0} ms for 4,000 characters of '{part}'");
        best.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static TimeSpan Took(string text)
    {
        var start = Stopwatch.GetTimestamp();
        PersonalNumbers.Mask(text);
        return Stopwatch.GetElapsedTime(start);
    }

    private static string WithoutA(string text) => text.Replace($"A {Cover}", Cover, StringComparison.Ordinal);

    private static IEnumerable<string[]> Rows(string file, string language) => RepositoryContent.Rows($"../TextAnalytics/{file}").Where(r => r[0] == language);
}
