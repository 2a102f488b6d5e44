using EngagementBot.Content;

namespace EngagementBot.Tests.Turns;

public sealed class ComplaintTests : BotTests
{
    [Fact]
    public async Task WhatWasSaidAtOnceIsNotAskedAgain()
    {
        var replies = await Bot.SayAsync("quiero quejarme, un oficial empujó a mi hermano");
        replies.Select(r => r.Text).ShouldBe([Bot.In("es").Say("complaint.notice"), Bot.In("es").Say("complaint.when")]);
    }

    [Fact]
    public async Task TimeAndPlaceThatWereSaidAreNotAskedEither()
    {
        var replies = await Bot.SayAsync("I want to complain: a deputy was rude to my mother yesterday on Main Street");
        replies[^1].Text.ShouldBe(Bot.In("en").Say("complaint.contact"));
    }

    [Fact]
    public async Task WhoOnlyAnnouncesAComplaintIsAskedWhatHappened() =>
        (await Bot.SayAsync("I want to complain"))[^1].Text.ShouldBe(Bot.In("en").Say("complaint.what"));

    [Fact]
    public async Task NothingIsFiledBeforeConsentAndTheSummaryHasAllThatWasSaid()
    {
        var replies = await Bot.SayAllAsync("quiero quejarme, un oficial empujó a mi hermano", "ayer", "en la calle Main", Bot.In("es").Say("complaint.contact.none"));
        var review = replies[^1];
        review.Text.ShouldContain("un oficial empujó a mi hermano");
        review.Text.ShouldContain("22 de noviembre de 2026");
        review.Text.ShouldContain("en la calle Main");
        review.Suggestions[0].ShouldBe(Bot.In("es").Say(Phrase.DialogFile));
        review.Suggestions[^1].ShouldBe(Bot.In("es").Say(Phrase.DialogLeave));
        (await Bot.CasesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ConsentFilesTheComplaintAndShowsTheReceipt()
    {
        var receipt = await Bot.FileComplaintAsync();
        receipt.Length.ShouldBe(16);
        var filed = (await Bot.CasesAsync()).ShouldHaveSingleItem();
        (filed.Kind, filed.Language, filed.HasContact).ShouldBe(("complaint", "en", false));
        filed.Text.ShouldContain("a deputy was rude to my mother");
        filed.Answers["where"].ShouldBe("at the courthouse");
    }

    [Fact]
    public async Task APlainYesIsConsentAndSomethingElseIsNot()
    {
        await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "No contact");
        (await Bot.SayAsync("hmm let me think"))[^1].Text.ShouldStartWith(Bot.In("en").Say(Phrase.DialogChoose));
        (await Bot.CasesAsync()).ShouldBeEmpty();
        await Bot.SayAsync("yes");
        (await Bot.CasesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AContactDetailIsKeptEncryptedAndShownCovered()
    {
        var replies = await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "By phone", "512 555 0123");
        replies[^1].Text.ShouldContain("•••• 0123");
        await Bot.SayAsync("File it");
        var filed = (await Bot.CasesAsync()).ShouldHaveSingleItem();
        filed.HasContact.ShouldBeTrue();
        var secret = (await Bot.Store.Cases.ContactsAsync(filed.Id, TestContext.Current.CancellationToken))["phone"];
        secret.ShouldNotContain("555");
        Bot.Store.Confidential.Unprotect(secret).ShouldBe("512 555 0123");
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Contains("555 0123"));
    }

    [Theory]
    [InlineData("5125550123")]
    [InlineData("612345678")]
    [InlineData("٥١٢٥٥٥٠١٢٣")]
    public async Task ABareNumberThatWasAskedForIsKeptAsItWasWritten(string phone)
    {
        var replies = await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "By phone", phone);
        replies.ShouldHaveSingleItem("Nothing is said of covering what was asked for.");
        await Bot.SayAsync("File it");
        var secret = (await Bot.Store.Cases.ContactsAsync((await Bot.CasesAsync()).ShouldHaveSingleItem().Id, TestContext.Current.CancellationToken))["phone"];
        Bot.Store.Confidential.Unprotect(secret).ShouldBe(phone);
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Contains(phone));
    }

    [Fact]
    public async Task SomethingCanBeChangedBeforeItIsFiled()
    {
        await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "No contact");
        (await Bot.SayAsync("Change something"))[^1].Text.ShouldBe(Bot.In("en").Say(Phrase.DialogChangeWhich));
        (await Bot.SayAsync("Where"))[^1].Text.ShouldBe(Bot.In("en").Say("complaint.where"));
        (await Bot.SayAsync("at the jail"))[^1].Text.ShouldContain("at the jail");
        await Bot.SayAsync("File it");
        (await Bot.CasesAsync()).ShouldHaveSingleItem().Answers["where"].ShouldBe("at the jail");
    }

    [Fact]
    public async Task LeavingFilesNothingAndWipesTheWords()
    {
        var replies = await Bot.SayAllAsync("what is 287(g)?", "I want to complain: a deputy was rude to my mother", "yesterday", "Leave without filing", "Leave and delete it");
        replies[^1].Text.ShouldBe(Bot.In("en").Say(Phrase.DialogLeft));
        (await Bot.CasesAsync()).ShouldBeEmpty();
        var log = await Bot.LogAsync();
        log.ShouldAllBe(m => !m.Text.Contains("rude"));
        log[0].Text.ShouldBe("what is 287(g)?");
        (await Bot.SayAsync("what is 287(g)?")).ShouldHaveSingleItem().Text.ShouldBe(Bot.In("en").Answers["program.what"].Message);
    }

    [Theory]
    [InlineData("Leave without filing", "Go on")]
    [InlineData("cancel", "Go on")]
    [InlineData("cancel", "no")]
    [InlineData("cancel", "no, let us go on")]
    public async Task LeavingIsAskedOnceMoreAndWhatIsWrittenStaysMeanwhile(string leaves, string stays)
    {
        var asked = await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", leaves);
        asked[^1].Text.ShouldBe(Bot.In("en").Say(Phrase.DialogLeaveAsk));
        asked[^1].Suggestions.ShouldBe(["Go on", "Leave and delete it"]);
        (await Bot.SayAsync(stays))[^1].Text.ShouldBe(Bot.In("en").Say("complaint.where"));
        (await Bot.SayAllAsync("at the courthouse", "No contact"))[^1].Text.ShouldContain("rude");
    }

    [Fact]
    public async Task WhatAnswersTheStepInsteadOfLeavingIsTaken()
    {
        await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "Leave without filing", "at the courthouse", "No contact", "File it");
        (await Bot.CasesAsync()).ShouldHaveSingleItem().Answers["where"].ShouldBe("at the courthouse");
    }

    [Fact]
    public async Task NeitherAYesNorASecondTapLeaves()
    {
        await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "Leave without filing");
        (await Bot.SayAsync("ok"))[^1].Text.ShouldEndWith(Bot.In("en").Say(Phrase.DialogLeaveAsk));
        (await Bot.SayAsync("Leave without filing"))[^1].Text.ShouldBe(Bot.In("en").Say(Phrase.DialogLeaveAsk));
        (await Bot.SayAsync("cancel"))[^1].Text.ShouldBe(Bot.In("en").Say(Phrase.DialogLeft));
    }

    [Fact]
    public async Task LeavingAtTheReviewIsAskedOnceMoreToo()
    {
        (await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "No contact", "3"))[^1].Text
            .ShouldBe(Bot.In("en").Say(Phrase.DialogLeaveAsk));
        (await Bot.SayAsync("1"))[^1].Text.ShouldContain("rude");
        await Bot.SayAsync("File it");
        (await Bot.CasesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AQuestionInBetweenIsAnsweredAndTheDialogGoesOn()
    {
        await Bot.SayAsync("I want to complain: a deputy was rude to my mother");
        var replies = await Bot.SayAsync("what is 287(g)?");
        replies[0].Text.ShouldBe(Bot.In("en").Answers["program.what"].Message);
        replies[^1].Text.ShouldBe($"{Bot.In("en").Say(Phrase.DialogGoOn)}\n\n{Bot.In("en").Say("complaint.when")}");
        (await Bot.SayAsync("yesterday"))[^1].Text.ShouldBe(Bot.In("en").Say("complaint.where"));
    }

    [Fact]
    public async Task ImmigrationStatusIsSaidNotToBeNeededOnceAndCanBeLeftOut()
    {
        var first = await Bot.SayAsync("I want to complain: a deputy was rude to my mother, I have no papers");
        first.Count(r => r.Text == Bot.In("en").Say(Phrase.StatusNotNeeded)).ShouldBe(1);
        var review = (await Bot.SayAllAsync("yesterday", "at the courthouse", "No contact"))[^1];
        review.Suggestions.ShouldContain(Bot.In("en").Say(Phrase.DialogLeaveOutStatus));
        await Bot.SayAsync(Bot.In("en").Say(Phrase.DialogLeaveOutStatus));
        var filed = (await Bot.CasesAsync()).ShouldHaveSingleItem();
        filed.Text.ShouldContain("rude to my mother");
        filed.Text.ShouldNotContain("no papers");
        (await Bot.LogAsync()).Count(m => m.Text == Bot.In("en").Say(Phrase.StatusNotNeeded)).ShouldBe(1);
    }

    [Fact]
    public async Task DangerIsFiledAtOnceAlsoInsideADialog()
    {
        await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday");
        var replies = await Bot.SayAsync("ICE agents are breaking down my door right now");
        replies[^1].Text.ShouldContain("receipt");
        (await Bot.CasesAsync()).ShouldHaveSingleItem().Priority.ShouldBe(1);
        await Bot.SayAsync("they are hitting my husband right now");
        (await Bot.CasesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AnOpinionThatIsOnlyCountedLeavesNoWords()
    {
        await Bot.SayAllAsync("I am worried about the partnership with ICE, people are afraid", "Only count it");
        (await Bot.CasesAsync()).ShouldBeEmpty();
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Contains("afraid"));
    }
}
