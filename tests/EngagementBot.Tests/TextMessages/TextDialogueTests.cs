using EngagementBot.Casework.Receipts;
using EngagementBot.Content;
using EngagementBot.Conversations.TextMessages;
using EngagementBot.Tests.Turns;
using EngagementBot.Tests.Understanding;

namespace EngagementBot.Tests.TextMessages;

/// <summary>What the bot says to a phone, and what it makes of a phone's numbers and words.</summary>
public sealed class TextDialogueTests : BotTests
{
    public static TheoryData<string> Languages => [.. RepositoryContent.Library.Locales.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task EveryAnswerFitsWithItsLinkAndNoTextIsTooLong(string tag)
    {
        Bot.Pages = "https://community-questions.marlow-county.example";
        Bot.Conversation = tag;
        await Bot.SayAsync(Bot.In(tag).Profile.Asked[0]);
        foreach (var answer in Bot.In(tag).Answers.Values)
        {
            var texts = await Bot.SayAsync(answer.Title);
            var whole = string.Join('\n', texts.Select(t => t.Text));
            string.Join(' ', texts.Select(t => t.Text)).ShouldContain(PhoneText.Of(answer.Short));
            whole.ShouldContain($"{Bot.Pages}/{tag}/answers/{answer.Topic}");
            foreach (var text in texts)
            {
                var segments = SmsSegments.Of(text.Text);
                text.Text.Length.ShouldBeLessThanOrEqualTo(700);
                segments.Segments.ShouldBeLessThanOrEqualTo(segments.IsGsm7 ? 2 : 5, $"{tag} {answer.Topic}: {text.Text}");
            }
        }
    }

    [Theory]
    [InlineData("2")]
    [InlineData("٢")]
    [InlineData("२")]
    [InlineData("2.")]
    [InlineData("#2")]
    [InlineData("2️⃣")]
    [InlineData("two")]
    [InlineData("The second")]
    [InlineData("dos")]
    [InlineData("второй")]
    [InlineData("dezyèm nan")]
    [InlineData("第二个")]
    [InlineData("두 번째")]
    [InlineData("ikalawa")]
    [InlineData("दूसरा")]
    [InlineData("الثاني")]
    public async Task ANumberChoosesInAnyScriptAndInWords(string number)
    {
        Bot.Pages = "https://chat.example";
        var menu = await Bot.SayAsync("menu");
        var second = menu[^1].Suggestions[1];
        menu[^1].Text.ShouldContain($"\n2 {second}");
        (await Bot.SayAsync(number))[0].Text.ShouldBe(PhoneText.Of(Bot.In("en").Answers.Values.Single(a => a.Title == second).Short));
    }

    [Fact]
    public async Task ANumberThatWasNotOfferedChoosesNothing()
    {
        Bot.Pages = "https://chat.example";
        await Bot.SayAsync("menu");
        (await Bot.SayAsync("9"))[0].Text.ShouldNotContain("287(g) lets");
        (await Bot.LogAsync()).ShouldAllBe(m => m.Text.Length <= 700);
    }

    [Fact]
    public async Task AComplaintByNumbersIsFiledAndItsReceiptOpensItOnTheWeb()
    {
        Bot.Pages = "https://chat.example";
        var said = await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "1", "1");
        (await Bot.CasesAsync()).ShouldHaveSingleItem().Channel.ShouldBe("sms");
        var receipt = Receipt.Find(said[0].Text).ShouldNotBeNull(said[0].Text).Digits;
        (Bot.Pages, Bot.Conversation) = (null, "web");
        (await Bot.SayAsync(receipt))[0].Text.ShouldStartWith("Your case ");
    }

    [Theory]
    [InlineData("", "complaint.what")]
    [InlineData("a deputy was rude to my mother", "complaint.when")]
    [InlineData("a deputy was rude to my mother|yesterday", "complaint.where")]
    [InlineData("a deputy was rude to my mother|yesterday|at the courthouse|by phone", "complaint.phone")]
    public async Task ANumberThatMayBeTheAnswerNeverLeavesUnasked(string answers, string question)
    {
        Bot.Pages = "https://chat.example";
        var said = await Bot.SayAllAsync(["what is 287g", "Make a complaint", .. answers.Split('|', StringSplitOptions.RemoveEmptyEntries)]);
        said[^1].Text.ShouldContain(PhoneText.Of(Bot.In("en").Say(question)));
        var leaves = said[^1].Suggestions.ToList().IndexOf(Bot.In("en").Say(Phrase.DialogLeave)) + 1;
        (await Bot.SayAsync($"{leaves}"))[^1].Text.ShouldBe($"{Bot.In("en").Say(Phrase.DialogLeaveAsk)}\n1 Go on\n2 Leave and delete it");
        (await Bot.LogAsync()).Count(m => m.Text.Contains("rude", StringComparison.Ordinal)).ShouldBe(answers.Length > 0 ? 1 : 0);
        (await Bot.SayAsync("1"))[^1].Text.ShouldContain(PhoneText.Of(Bot.In("en").Say(question)));
        (await Bot.SayAllAsync($"{leaves}", "2"))[^1].Text.ShouldStartWith(PhoneText.Of(Bot.In("en").Say(Phrase.DialogLeft)));
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Contains("rude", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task WhetherToLeaveIsAskedInOneText(string tag)
    {
        Bot.Pages = "https://chat.example";
        await Bot.SayAllAsync(Bot.In(tag).Profile.Asked[0], Bot.In(tag).Say(Phrase.ActionComplaint));
        var asked = (await Bot.SayAsync(Bot.In(tag).Say(Phrase.DialogLeave))).ShouldHaveSingleItem();
        asked.Suggestions.ShouldBe([Bot.In(tag).Say(Phrase.DialogStay), Bot.In(tag).Say(Phrase.DialogLeaveSure)]);
        (await Bot.SayAsync("2"))[0].Text.ShouldStartWith(PhoneText.Of(Bot.In(tag).Say(Phrase.DialogLeft)));
    }

    [Fact]
    public async Task AReceiptOfTheWebWorksByText()
    {
        var receipt = await Bot.FileComplaintAsync();
        (Bot.Pages, Bot.Conversation) = ("https://chat.example", "phone-1");
        (await Bot.SayAsync(Receipt.Show(receipt)))[1].Text.ShouldStartWith("Your case ");
    }

    [Fact]
    public async Task ThePhoneCompanyIsNamedAtTheFirstContactAndBeforeAComplaint()
    {
        Bot.Pages = "https://chat.example";
        (await Bot.SayAsync("what is 287g"))[0].Text.ShouldContain("Your phone company sees your number");
        (await Bot.SayAsync("what is 287g"))[0].Text.ShouldNotContain("phone company");
        (await Bot.SayAsync("Make a complaint")).ShouldContain(r => r.Text.Contains("your phone company sees your number", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhoIsInDangerIsToldThatFirst()
    {
        Bot.Pages = "https://chat.example";
        (await Bot.SayAsync("somebody is shooting in my house help"))[0].Text.ShouldStartWith("If somebody is in danger, call 911 now.");
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("Stop.")]
    [InlineData("unsubscribe")]
    [InlineData("QUIT")]
    [InlineData("ALTO")]
    [InlineData("parem")]
    [InlineData("sispann")]
    [InlineData("arrêt")]
    [InlineData("停止")]
    [InlineData("退订")]
    [InlineData("그만")]
    [InlineData("수신거부")]
    [InlineData("itigil")]
    [InlineData("стоп")]
    [InlineData("توقف")]
    [InlineData("बंद करो")]
    [InlineData("please stop texting me")]
    [InlineData("I do not want any more messages from you")]
    public async Task WordsOfEveryLanguageClosThePhone(string words)
    {
        Bot.Pages = "https://chat.example";
        await Bot.SayAsync("what is 287g");
        (await Bot.SayAsync(words)).ShouldHaveSingleItem().Text.ShouldStartWith("All right. This is the last text from");
    }

    [Theory]
    [InlineData("the officer told my brother to stop and then hit him")]
    [InlineData("can they stop me in traffic")]
    [InlineData("end of the street")]
    [InlineData("no")]
    public async Task WhatOnlyHoldsSuchAWordDoesNot(string words)
    {
        Bot.Pages = "https://chat.example";
        await Bot.SayAsync("what is 287g");
        (await Bot.SayAsync(words)).ShouldAllBe(r => !r.Text.Contains("last text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CancelInADialogueIsTheCarriersWordAndCancelarOnlyLeaves()
    {
        Bot.Pages = "https://chat.example";
        await Bot.SayAllAsync(Bot.In("es").Profile.Asked[0], "Poner una queja");
        (await Bot.SayAllAsync("cancelar", "cancelar"))[0].Text.ShouldStartWith(PhoneText.Of(Bot.In("es").Say(Phrase.DialogLeft)));
        await Bot.SayAsync("Poner una queja");
        (await Bot.SayAsync("CANCEL"))[0].Text.ShouldBe(PhoneText.Of(Bot.In("es").Say(Phrase.SmsStopped)));
    }

    [Fact]
    public async Task HelpIsAnsweredInTheLanguageOfTheConversationAndADialogueGoesOn()
    {
        Bot.Pages = "https://chat.example";
        await Bot.SayAllAsync(Bot.In("es").Profile.Asked[0], "Poner una queja");
        var help = await Bot.SayAsync("HELP");
        help[0].Text.ShouldBe(PhoneText.Of(Bot.In("es").Say(Phrase.SmsHelp)));
        help[^1].Text.ShouldContain("¿Qué pasó?");
    }

    [Theory]
    [InlineData("help")]
    [InlineData("HELP!")]
    [InlineData("info")]
    [InlineData("ayuda")]
    public async Task HelpFromAClosedPhoneLiesWhereAnOfficerSeesItAndIsNotAnswered(string words)
    {
        Bot.Pages = "https://chat.example";
        await Bot.SayAllAsync(words == "ayuda" ? Bot.In("es").Profile.Asked[0] : "what is 287g", "STOP");
        Bot.IsOptedOut = true;
        (await Bot.SayAsync(words)).ShouldBeEmpty();
        var parked = (await Bot.Store.Phones.ParkedAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (parked.Reason, parked.Text, parked.ConversationId).ShouldBe(("opted-out", words, Bot.Conversation));
    }

    [Fact]
    public async Task WebChatIsAnsweredWholeAndWithoutNumbers()
    {
        var answer = (await Bot.SayAsync("what is 287g"))[0];
        answer.Text.ShouldContain("**");
        (await Bot.SayAsync("2"))[0].Text.ShouldNotContain(answer.Text[..20]);
    }
}
