using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.TextMessages;

public abstract class PhoneBookTests(TestDatabase place) : TextMessageTests(place)
{
    [Fact]
    public async Task NobodyIsWrittenToFirstWithoutConsentOrAfterStop()
    {
        var filed = await FileAsync(Given.Complaint());
        (await WriteFirstAsync(filed)).ShouldBe(FirstTextOutcome.NoConsent);
        await Phones.ConsentAsync(new Consent(Conversation, Given.Noon, Given.Ana, "on the phone"), Cancelled);
        (await WriteFirstAsync(filed)).ShouldBe(FirstTextOutcome.Done);
        var text = (await TakeOutAsync(Given.Noon.AddHours(2))).ShouldHaveSingleItem();
        (text.Answers, text.Number).ShouldBe((false, "sealed number"));
        (await LogAsync(Conversation)).ShouldHaveSingleItem().Text.ShouldBe("We have your complaint.");
        (await Cases.EventsAsync(filed.Id, Cancelled))[^1].Type.ShouldBe(CaseEventType.Replied);
        await SayAsync(1, ["The last text."], r => r with { OptOut = new OptOut(IsOut: true, null) });
        (await WriteFirstAsync(filed)).ShouldBe(FirstTextOutcome.OptedOut);
        (await Phones.FindAsync(Conversation, Cancelled))!.OptedOutBy.ShouldBe(Phone.OwnWords);
    }

    [Fact]
    public async Task PressedTwiceItIsSentOnceAndAChangedCaseIsNoMissingOne()
    {
        var filed = await FileAsync(Given.Complaint());
        await Phones.ConsentAsync(new Consent(Conversation, Given.Noon, Given.Ana, "on the phone"), Cancelled);
        var outcomes = await Task.WhenAll(WriteFirstAsync(filed), WriteFirstAsync(filed));
        outcomes.ShouldBe([FirstTextOutcome.Done, FirstTextOutcome.ChangedMeanwhile], ignoreOrder: true);
        (await TakeOutAsync(Given.Noon.AddHours(2))).ShouldHaveSingleItem();
        (await Phones.TextsAsync(filed.Id, Cancelled)).ShouldHaveSingleItem();
        (await WriteFirstAsync(filed with { Id = filed.Id + 1_000_000 })).ShouldBe(FirstTextOutcome.NoCase);
    }

    [Fact]
    public async Task TheNumberGoesWithTheConversationButTheBlockStays()
    {
        await KeepAsync();
        await SayAsync(0, ["The last text."], r => r with { OptOut = new OptOut(IsOut: true, "stop") });
        await ForgetAsync(Given.Noon);
        (await Phones.FindAsync(Conversation, Cancelled))!.Number.ShouldBe("sealed number");
        await ForgetAsync(Given.Noon.AddSeconds(1));
        var phone = (await Phones.FindAsync(Conversation, Cancelled)).ShouldNotBeNull();
        (phone.Number, phone.IsOptedOut).ShouldBe((null, true));
    }

    [Fact]
    public async Task AnOpenCaseKeepsTheNumberButNotTheWords()
    {
        await KeepAsync();
        var filed = await FileByTextAsync();
        await ForgetAsync(Given.Noon.AddDays(1));
        (await Phones.FindAsync(Conversation, Cancelled))!.Number.ShouldBe("sealed number");
        (await LogAsync(Conversation)).ShouldBeEmpty();
        (await Cases.OfConversationAsync(Conversation, Cancelled)).ShouldHaveSingleItem().Id.ShouldBe(filed.Id);
        var fresh = (await Cases.FindAsync(filed.Id, Cancelled))!;
        await Cases.ApplyAsync(Given.Change(fresh, CaseState.Closed, Given.Noon.AddHours(1)), Cancelled);
        await ForgetAsync(Given.Noon.AddDays(2));
        (await Phones.FindAsync(Conversation, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task PicturesGoWithTheCase()
    {
        await KeepAsync();
        var filed = Given.Complaint(Conversation) with { Pictures = ["sealed one"] };
        await SayAsync(0, ["Filed."], r => r with { Files = filed });
        var about = (await Cases.FindByReceiptAsync(filed.ReceiptHash, Cancelled))!;
        await SayAsync(1, ["Thank you."], r => r with { AddsPictures = new CasePictures(about.Id, ["sealed two"]) });
        (await Cases.PicturesAsync(about.Id, Cancelled)).ShouldBe(["sealed one", "sealed two"]);
        (await Cases.EventsAsync(about.Id, Cancelled))[^1].Type.ShouldBe(CaseEventType.PictureCame);
    }

    private Task<FirstTextOutcome> WriteFirstAsync(Case about) => Phones.WriteFirstAsync(
        new FirstText(Conversation, "sealed number", about.Id, about.Version, Given.Ana, new ResidentMessage("We have your complaint.", "en"), Given.Noon.AddHours(1)), Cancelled);

    private async Task ForgetAsync(DateTimeOffset idleSince)
    {
        await Conversations.ForgetAsync(idleSince, idleSince, Cancelled);
        await Phones.ForgetAsync(idleSince, DateTimeOffset.UnixEpoch, Cancelled);
    }
}

public sealed class PhoneBookOnSqliteTests(SqliteTestDatabase place) : PhoneBookTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class PhoneBookOnPostgreSqlTests(PostgreSqlTestDatabase place) : PhoneBookTests(place), IClassFixture<PostgreSqlTestDatabase>;
