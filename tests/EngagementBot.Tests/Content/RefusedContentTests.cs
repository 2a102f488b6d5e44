using EngagementBot.Content;

namespace EngagementBot.Tests.Content;

/// <summary>A start refuses what is wrong, and names file, line and remedy.</summary>
public sealed class RefusedContentTests : IDisposable
{
    private readonly SmallContent _content = new();

    [Fact]
    public void WhatIsRightIsRead() => _content.Add("es", "ltr", "es-US").Load().Locales.Keys.ShouldBe(["en", "es"]);

    [Fact]
    public void AnUnknownTextIsNamedWithItsLine() =>
        Refuses(_content.Replace(SmallContent.Strings, "\"thanks\":", "\"thank-you\": \"x\",\n  \"thanks\":"), SmallContent.Strings, "thank-you", "\"thank-you\" is unknown");

    [Fact]
    public void ATextThatADialogAsksForMustBeThere() =>
        Refuses(_content.Replace(SmallContent.Strings, "\"complaint.when\"", "\"page.when\""), "dialogs/complaint.yaml", "ask: complaint.when", "No text has the key \"complaint.when\"");

    [Theory]
    [InlineData("not-given.phone")]
    [InlineData("model.JEM")]
    public void ATextForWhatTheAgencyMayNotGiveMustBeThere(string key) =>
        Refuses(_content.Replace(SmallContent.Strings, $"\"{key}\"", "\"page.other\""), SmallContent.Strings, null, $"\"{key}\" is missing");

    [Fact]
    public void ATranslationHasEveryText() =>
        Refuses(_content.Add("es", "ltr", "es-US").Replace("locales/es/strings.json", "\"empty\"", "\"page.empty\""), "locales/es/strings.json", null, "\"empty\" is missing");

    [Fact]
    public void ATranslationHasNoTextOfItsOwn() =>
        Refuses(_content.Add("es", "ltr", "es-US").Replace("locales/es/strings.json", "\"thanks\":", "\"gracias\": \"x\",\n  \"thanks\":"), "locales/es/strings.json", "gracias", "\"gracias\" is unknown");

    [Fact]
    public void ATranslationKeepsEveryPlaceholder() =>
        Refuses(_content.Add("es", "ltr", "es-US").Replace("locales/es/strings.json", "than {limit} characters, so", "than that, so"), "locales/es/strings.json", "\"too-long\"", "lacks the placeholder {limit}");

    [Fact]
    public void ATranslationHasNoOtherPlaceholder() =>
        Refuses(_content.Add("es", "ltr", "es-US").Replace("locales/es/strings.json", "You are welcome.", "You are welcome {user}."), "locales/es/strings.json", "\"thanks\"", "{user}, which nothing fills");

    [Fact]
    public void APlaceholderOfTheAgencyMustBeAFact() =>
        Refuses(_content.Replace(SmallContent.Strings, "You are welcome.", "You are welcome at {agency.fax}."), SmallContent.Strings, "\"thanks\"", "{agency.fax}, which is no fact");

    [Fact]
    public void BrokenJsonIsNamedWithItsLine() =>
        Refuses(_content.Replace(SmallContent.Strings, "\"thanks\": ", "\"thanks\" "), SmallContent.Strings, "\"thanks\"", "not valid JSON");

    [Fact]
    public void ATextStandsOnce() =>
        Refuses(_content.Replace(SmallContent.Strings, "\"thanks\":", "\"empty\": \"x\",\n  \"thanks\":"), SmallContent.Strings, "\"empty\": \"I could", "stands twice");

    [Fact]
    public void PluralFormsHaveAnOther() =>
        Refuses(_content.Replace(SmallContent.Strings, "\"other\": \"There are {count}", "\"many\": \"There are {count}"), SmallContent.Strings, "\"status.replies\"", "no form \"other\"");

    [Fact]
    public void AnUnknownPluralFormIsNamed() =>
        Refuses(_content.Replace(SmallContent.Strings, "{ \"one\": \"There is", "{ \"single\": \"There is"), SmallContent.Strings, "\"status.replies\"", "a form \"single\"");

    [Fact]
    public void BrokenYamlIsNamedWithItsLine() =>
        Refuses(_content.Replace(SmallContent.Language, "direction: ltr", "direction: [ltr"), SmallContent.Language, "direction: [ltr", "cannot be read");

    [Fact]
    public void AnUnknownKeyOfALanguageIsNamedWithItsLine() =>
        Refuses(_content.Replace(SmallContent.Language, "direction:", "direktion:"), SmallContent.Language, "direktion", "direktion");

    [Theory]
    [InlineData("  praise: [example of praise]\n", "", "\"kinds: praise\" is missing")]
    [InlineData("  erase: [word for erase]\n", "", "\"commands: erase\" is missing")]
    [InlineData("  praise:", "  prise: [x]\n  praise:", "\"prise\" under kinds is unknown")]
    [InlineData("direction: ltr", "direction: left", "\"direction\" is missing")]
    [InlineData("culture: en-US", "culture: not a culture", "culture \"not a culture\" is unknown")]
    public void ALanguageIsComplete(string old, string by, string what) => Refuses(_content.Replace(SmallContent.Language, old, by), SmallContent.Language, null, what);

    [Theory]
    [InlineData("answer: date", "answer: day", "expects \"day\"")]
    [InlineData("  kind: complaint", "  sort: complaint", "sort")]
    [InlineData("when: contact = phone", "when: contact = fax", "\"contact = fax\" names no choice")]
    public void ADialogIsReadStrictly(string old, string by, string what) => Refuses(_content.Replace("dialogs/complaint.yaml", old, by), "dialogs/complaint.yaml", null, what);

    [Theory]
    [InlineData("first-answer: 1h", "first-answer: soon", "\"soon\" is not a time")]
    [InlineData("priority: 4\n    queue: community\n    reason: Nothing", "priority: 5\n    queue: community\n    reason: Nothing", "\"other\" lacks a priority")]
    [InlineData("  4: { first-answer: 40h, resolution: 160h }", "", "nothing of priority 4")]
    public void TriageIsReadStrictly(string old, string by, string what) => Refuses(_content.Replace("dialogs/triage.yaml", old, by), "dialogs/triage.yaml", null, what);

    [Theory]
    [InlineData("status: draft", "status: done", "\"status: done\" is unknown")]
    [InlineData("status: draft", "status: approved", "\"approved_by\" is missing")]
    [InlineData("title: What is it?", "title:", "cannot be read")]
    [InlineData("url: https://www.ice.gov/287g", "url:", "cannot be read")]
    [InlineData("reviewed: 2026-11-22", "reviewed: last week", "is not a date")]
    [InlineData("title: What is it?", "title: ''", "\"title\" is missing")]
    [InlineData("short: An agreement.", "short: ''", "\"short\" is missing")]
    [InlineData("status: draft", "status: draft\nrelated: [program.who]", "\"related\" names the topic \"program.who\"")]
    [InlineData("status: draft", "status: draft\nauthor: me", "author")]
    [InlineData("It is an agreement.", "It is {what}.", "{what}, which nothing fills")]
    [InlineData("It is an agreement.", "It is {agency.fax}.", "{agency.fax}, which is no fact")]
    [InlineData("It is an agreement.", "::: JEM XYZ\nIt is.\n:::", "condition \"XYZ\" is unknown")]
    [InlineData("It is an agreement.", "::: JEM\nIt is.", "not closed")]
    [InlineData("It is an agreement.", "It is.\n:::", "does not fit")]
    [InlineData("It is an agreement.", "", "has no text")]
    [InlineData("url: https://www.ice.gov/287g", "url: \"{agency.wbe}\"", "{agency.wbe}, which is no fact")]
    [InlineData("url: https://www.ice.gov/287g", "url: \"{web}\"", "{web}, which nothing fills")]
    [InlineData("title: ICE", "title: \"Page of {agency.nam}\"", "{agency.nam}, which is no fact")]
    public void AnAnswerIsReadStrictly(string old, string by, string what) => Refuses(_content.Replace(SmallContent.Answer, old, by), SmallContent.Answer, null, what);

    [Fact]
    public void AnAnswerWithoutFrontMatterIsRefused() => Refuses(_content.Write(SmallContent.Answer, "Just text."), SmallContent.Answer, null, "front matter is missing");

    [Fact]
    public void AnAnswersProblemHasTheLineOfTheFile() =>
        Refuses(_content.Write(SmallContent.Answer, SmallContent.AnswerText("One.\n\n::: JEM\nTwo.\n:::\n\n::: WRONG\nThree.\n:::")), SmallContent.Answer, "::: WRONG", "WRONG");

    [Fact]
    public void EveryAnswerIsTranslated() =>
        Refuses(_content.Add("es", "ltr", "es-US").Delete("locales/es/answers/program.what.md"), "locales/es/answers/program.what.md", null, "The answer is missing");

    [Fact]
    public void ATopicIsThatOfAnEnglishAnswer() =>
        Refuses(_content.Add("es", "ltr", "es-US").Write("locales/es/answers/other.md", SmallContent.AnswerText(translated: true)), "locales/es/answers/other.md", null, "The topic is unknown");

    [Fact]
    public void AReplyWithOtherBlanksIsNamed() => _content.Add("es", "ltr", "es-US")
        .Replace("locales/es/replies.yaml", "{number}", "{numero}").Refused().ShouldContain(p => p.What.Contains("other blanks", StringComparison.Ordinal));

    [Fact]
    public void AMissingReplyIsNamed() => _content.Add("es", "ltr", "es-US")
        .Replace("locales/es/replies.yaml", "received:", "recieved:").Refused().ShouldContain(p => p.What.Contains("\"received\" is missing", StringComparison.Ordinal));

    [Fact]
    public void ATopicWithoutAGroupIsNamed() => _content
        .Write("locales/en/answers/extra.topic.md", SmallContent.AnswerText(translated: true)).Refused().ShouldContain(p => p.What.Contains("\"group.extra\" is missing", StringComparison.Ordinal));

    [Fact]
    public void AMissingFileIsNamed()
    {
        Refuses(_content.Delete(SmallContent.Language), SmallContent.Language, null, "The file is missing");
        Refuses(_content.Delete(SmallContent.Strings), SmallContent.Strings, null, "The file is missing");
    }

    [Fact]
    public void AFolderWithoutEnglishIsRefused() =>
        Should.Throw<ContentException>(() => ContentLibrary.Load("nowhere", SmallContent.Agency())).Problems[0].Remedy.ShouldContain("Content:Directory");

    [Fact]
    public void AllProblemsAreNamedAtOnce()
    {
        _content.Replace(SmallContent.Strings, "\"empty\"", "\"emty\"").Replace(SmallContent.Answer, "status: draft", "status: done");
        _content.Refused().Select(p => p.File).Distinct().ShouldBe([SmallContent.Answer, SmallContent.Strings], ignoreOrder: true);
    }

    public void Dispose() => _content.Dispose();

    private static void Refuses(SmallContent content, string file, string? at, string what)
    {
        var problem = content.Refused().FirstOrDefault(p => p.File == file && p.What.Contains(what, StringComparison.Ordinal))
            ?? throw new Xunit.Sdk.XunitException($"No problem of {file} says \"{what}\":\n{string.Join('\n', content.Refused())}");
        problem.Remedy.ShouldNotBeNullOrWhiteSpace();
        if (at is not null)
            problem.Line.ShouldBe(content.LineOf(file, at));
    }
}
