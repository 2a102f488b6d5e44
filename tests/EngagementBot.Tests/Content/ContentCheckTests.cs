using EngagementBot.Content;

namespace EngagementBot.Tests.Content;

public sealed class ContentCheckTests : IDisposable
{
    private readonly SmallContent _content = new();

    [Fact]
    public void NothingIsFoundWhereNothingIsWrong() => _content.Found().ShouldBeEmpty();

    [Fact]
    public void ALongTitleIsFound() => Finds(SmallContent.AnswerText(title: new string('x', 71)), "The title has 71 characters");

    [Fact]
    public void TooFewQuestionsAreFound() => Finds(SmallContent.AnswerText(questions: 19), "There are 19 questions");

    [Fact]
    public void AnOverlongShortTextIsFoundWithItsSegments()
    {
        Finds(SmallContent.AnswerText(shortText: new string('x', 301)), "301 characters, 2 segments in GSM-7");
        Finds(SmallContent.AnswerText(shortText: new string('я', 201)), "201 characters, 3 segments in UCS-2 because of \"я\"");
        _content.Write(SmallContent.Answer, SmallContent.AnswerText(shortText: new string('x', 300))).Found().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://www.ice.gov", "no absolute https address")]
    [InlineData("/287g", "no absolute https address")]
    [InlineData("''", "no absolute https address")]
    [InlineData("https://copies.example/x", "copies.example is on the list")]
    [InlineData("https://www.copies.example/x", "copies.example is on the list")]
    [InlineData("\"{agency.web}\"", "The agency is its only source")]
    public void ASourceThatDoesNotHelpIsFound(string url, string what)
    {
        _content.Write("locales/unwanted-sources.txt", "# comment\ncopies.example\n");
        Finds(SmallContent.AnswerText(sources: $"  - title: Somebody\n    url: {url}"), what);
    }

    [Fact]
    public void ASourceThatOnlySoundsLikeAnUnwantedOneIsNone() =>
        _content.Write("locales/unwanted-sources.txt", "ice.gov.example\nce.gov\n").Found().ShouldBeEmpty();

    [Fact]
    public void ASourceHasATitle() => Finds(SmallContent.AnswerText(sources: "  - url: https://www.ice.gov"), "A source has no title");

    [Fact]
    public void FiveSourcesAreTooMany() =>
        Finds(SmallContent.AnswerText(sources: string.Join('\n', Enumerable.Repeat("  - title: ICE\n    url: https://www.ice.gov", 5))), "There are 5 sources");

    [Fact]
    public void WhatWasReviewedLongAgoIsAWarning()
    {
        var warning = _content.Write(SmallContent.Answer, SmallContent.AnswerText(reviewed: "2025-11-22")).Found().ShouldHaveSingleItem();
        warning.IsWarning.ShouldBeTrue();
        warning.What.ShouldContain("2025-11-22");
        _content.Write(SmallContent.Answer, SmallContent.AnswerText(reviewed: "2025-11-23")).Found().ShouldBeEmpty();
    }

    [Fact]
    public void ATranslationSaysWhichEnglishTextItFollows()
    {
        const string spanish = "locales/es/answers/program.what.md";
        _content.Add("es", "ltr", "es-US");
        _content.Found().ShouldHaveSingleItem().What.ShouldContain("\"of\" is missing");
        _content.Found(stamp: true).ShouldBeEmpty();
        _content.Read(spanish).ShouldContain("\nof: ");
        _content.Replace(SmallContent.Answer, "It is an agreement.", "It is a contract.");
        var stale = _content.Found().ShouldHaveSingleItem();
        (stale.File, stale.What).ShouldBe((spanish, "The English answer has changed since this was written."));
        _content.Found(stamp: true).ShouldBeEmpty();
    }

    [Fact]
    public void AnAnswerThatIsHardToReadIsFound()
    {
        _content.Write(SmallContent.Answer, SmallContent.AnswerText(
            "Notwithstanding considerable administrative discretion, participating jurisdictions nevertheless retain independent responsibility regarding immigration enforcement prioritization."));
        _content.Found().Select(p => p.What).ShouldBe(["It asks for 38.8 years of school.", "Half of the answers ask for more than 38.8 years of school."]);
    }

    [Fact]
    public void APluralFormThatTheLanguageHasIsMissed() =>
        _content.Add("ru", "ltr", "ru-RU").Found(stamp: true).Select(p => p.What).ShouldBe(["\"status.replies\" has no form \"many\".", "\"status.replies\" has no form \"few\"."], ignoreOrder: true);

    [Fact]
    public void NamesOfLawsAndOfficesDoNotMakeAnAnswerHard() => _content
        .Write(SmallContent.Answer, SmallContent.AnswerText("You can write to the Department of Homeland Security Office for Civil Rights and Civil Liberties. Ask for help."))
        .Found().ShouldBeEmpty();

    [Fact]
    public void AnAnswerThatIsTooLongForOneAgencyIsFound()
    {
        var words = string.Concat(Enumerable.Repeat("The car is red. ", 30));
        _content.Write(SmallContent.Answer, SmallContent.AnswerText($"{words}\n\n::: JEM\n{words}\n:::")).Found().ShouldAllBe(p => p.What.Contains("240 words", StringComparison.Ordinal));
        _content.Found().ShouldContain(p => p.What.Contains("JEM", StringComparison.Ordinal));
        _content.Found().ShouldNotContain(p => p.What.Contains("none", StringComparison.Ordinal));
    }

    [Fact]
    public void AnAnswerThatNobodyTranslatedIsFound()
    {
        const string text = "It is an agreement of ICE with a local agency, by which some officers do a part of its work.";
        _content.Add("es", "ltr", "es-US").Write(SmallContent.Answer, SmallContent.AnswerText(text)).Write("locales/es/answers/program.what.md", SmallContent.AnswerText(text, translated: true));
        _content.Found(stamp: true).ShouldHaveSingleItem().What.ShouldContain("word for word");
    }

    [Theory]
    [InlineData("Это соглашение. See the whole agreement on the page.", true)]
    [InlineData("Это соглашение (Memorandum of Agreement between two agencies) с ICE.", false)]
    [InlineData("Скажите: «Am I free to leave now?»", false)]
    public void ASentenceInOtherLettersIsFound(string text, bool isFound)
    {
        _content.Add("ru", "ltr", "ru-RU").Replace("locales/ru/language.yaml", "name: Name of ru", "name: Русский");
        _content.Write("locales/ru/answers/program.what.md", SmallContent.AnswerText(text, translated: true));
        _content.Found(stamp: true).Any(p => p.What.Contains("Latin letters", StringComparison.Ordinal)).ShouldBe(isFound);
    }

    [Fact]
    public void NearlyTheSameQuestionIsFoundWhereNoSpacesAreWritten()
    {
        var questions = SmallContent.AnswerText().Replace("q0a q0b", "警察可以问我的身份吗", StringComparison.Ordinal).Replace("q1a q1b", "警察可以问我的身份吗？？", StringComparison.Ordinal);
        Finds(questions, "is nearly");
    }

    [Theory]
    [InlineData("Reply STOP to end this.", true)]
    [InlineData("Write \\\"yes\\\" to go on.", true)]
    [InlineData("Yes", true)]
    [InlineData("Yes, you are welcome. Help is here.", false)]
    public void AWordThatACarrierTakesIsFound(string text, bool isFound)
    {
        _content.Replace(SmallContent.Strings, "You are welcome. I am here if you have another question.", text);
        _content.Found().Count(p => p.What.Contains("\"thanks\" seems to ask", StringComparison.Ordinal) && p.Line == _content.LineOf(SmallContent.Strings, "\"thanks\"")).ShouldBe(isFound ? 1 : 0);
    }

    [Fact]
    public void NearlyTheSameQuestionInAFileIsFound()
    {
        _content.Replace(SmallContent.Answer, "  - q1a q1b", "  - q1a q1b\n  - Q1A, q1b?");
        _content.Found().ShouldHaveSingleItem().What.ShouldBe("\"Q1A, q1b?\" is nearly \"q1a q1b\" of program.what.");
    }

    [Fact]
    public void NearlyTheSameQuestionUnderAnotherTopicIsFound()
    {
        _content.Write("locales/en/answers/stop.traffic.md", SmallContent.AnswerText(translated: true).Replace("t1a t1b", "q7a q7b", StringComparison.Ordinal));
        var found = _content.Found().ShouldHaveSingleItem();
        found.File.ShouldBe("locales/en/answers/stop.traffic.md");
        found.What.ShouldContain("of program.what");
    }

    [Fact]
    public void WhatAStartRefusesIsFoundToo() =>
        _content.Replace(SmallContent.Strings, "\"empty\"", "\"emty\"").Found().ShouldContain(p => p.What.Contains("\"emty\" is unknown"));

    public void Dispose() => _content.Dispose();

    private void Finds(string answer, string what)
    {
        var problem = _content.Write(SmallContent.Answer, answer).Found().ShouldHaveSingleItem();
        problem.File.ShouldBe(SmallContent.Answer);
        problem.What.ShouldContain(what);
        problem.IsWarning.ShouldBeFalse();
    }
}
