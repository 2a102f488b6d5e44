using System.Text;
using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Storage.Cases;
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
        (await PhoneAsync())!.OptedOutBy.ShouldBe(Phone.OwnWords);
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
        await SendAsync();
        await ForgetAsync(Given.Noon);
        (await PhoneAsync())!.Number.ShouldBe("sealed number");
        await ForgetAsync(Given.Noon.AddSeconds(1));
        var phone = (await PhoneAsync()).ShouldNotBeNull();
        (phone.Number, phone.IsOptedOut).ShouldBe((null, true));
    }

    [Fact]
    public async Task AnOpenCaseKeepsTheNumberButNotTheWords()
    {
        await KeepAsync();
        var filed = await FileByTextAsync();
        await SendAsync();
        await ForgetAsync(Given.Noon.AddDays(1));
        (await PhoneAsync())!.Number.ShouldBe("sealed number");
        (await LogAsync(Conversation)).ShouldBeEmpty();
        (await Cases.OfConversationAsync(Conversation, Cancelled)).ShouldHaveSingleItem().Id.ShouldBe(filed.Id);
        var fresh = (await Cases.FindAsync(filed.Id, Cancelled))!;
        await Cases.ApplyAsync(Given.Change(fresh, CaseState.Closed, Given.Noon.AddHours(1), 3), Cancelled);
        await ForgetAsync(Given.Noon.AddDays(2));
        (await PhoneAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData(CaseState.InProgress)]
    [InlineData(CaseState.Closed)]
    public async Task WordsThatAnOfficerStillOwesOutliveTheIdleConversation(CaseState state)
    {
        await KeepAsync();
        var filed = await FileByTextAsync();
        await SendAsync();
        await Cases.ApplyAsync(Given.ReplyTo((await Cases.FindAsync(filed.Id, Cancelled))!, "We looked into it.", 3), Cancelled);
        await Cases.ApplyAsync(Given.Change((await Cases.FindAsync(filed.Id, Cancelled))!, state, Given.Noon.AddHours(1), 4), Cancelled);
        var held = (await TakeOutAsync(Given.Noon.AddHours(2))).ShouldHaveSingleItem();
        await Outbox.HoldAsync(held, Given.Noon.AddDays(2), Cancelled);
        await ForgetAsync(Given.Noon.AddDays(2));
        (await LogAsync(Conversation)).ShouldHaveSingleItem().Sequence.ShouldBe(held.Sequence);
        (await TakeOutAsync(Given.Noon.AddDays(2))).ShouldHaveSingleItem().Number.ShouldBe("sealed number");
        await Outbox.AcceptedAsync(held, Guid.NewGuid().ToString("N"), Given.Noon.AddDays(2), null, Cancelled);
        await ForgetAsync(Given.Noon.AddDays(3));
        (await LogAsync(Conversation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task WordsThatNothingSendsAreNotKeptForever()
    {
        await KeepAsync();
        await SayAsync(0, ["one"]);
        await ForgetAsync(Given.Noon.AddDays(7));
        (await LogAsync(Conversation)).ShouldHaveSingleItem();
        await ForgetAsync(Given.Noon.AddDays(7).AddSeconds(1));
        (await PhoneAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task PicturesGoWithTheCase()
    {
        await KeepAsync();
        var filed = Given.Complaint(Conversation) with { Pictures = ["sealed one"] };
        await SayAsync(0, ["Filed."], r => r with { Files = filed });
        var about = (await Cases.FindByReceiptAsync(filed.ReceiptHash, Cancelled))!;
        await SayAsync(1, ["Thank you."], r => r with { AddsPictures = new CasePictures(about.Id, ["sealed two"]) });
        (await new PictureStore(Place.Database).OfCaseAsync(about.Id, Cancelled)).Select(p => p.Address).ShouldBe(["sealed one", "sealed two"]);
        (await Cases.EventsAsync(about.Id, Cancelled))[^1].Type.ShouldBe(CaseEventType.PictureCame);
    }

    [Fact]
    public async Task WordsOfAParkedTextLeaveTheDiskToo()
    {
        var words = $"parked words {Guid.NewGuid():N}";
        await Inbox.ParkAsync(new ParkedText(Guid.NewGuid().ToString("N"), "failed", null, words, Conversation, Given.Noon), erases: false, Cancelled);
        await Phones.ForgetAsync(DateTimeOffset.UnixEpoch, Given.Noon.AddSeconds(1), Cancelled);
        (await CountAsync("texts_parked WHERE text = @words", new { words })).ShouldBe(0);
        foreach (var file in new[] { Place.Database.Where, $"{Place.Database.Where}-wal" }.Where(File.Exists))
            Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, Cancelled)).ShouldNotContain(words);
    }

    private Task<FirstTextOutcome> WriteFirstAsync(Case about) => Phones.WriteFirstAsync(
        new FirstText(Conversation, "sealed number", about.Id, about.Version, Given.Ana, new ResidentMessage("We have your complaint.", "en"), Given.Noon.AddHours(1)), Cancelled);

    protected async Task SendAsync()
    {
        while (await TakeOutAsync() is [var text])
            await Outbox.AcceptedAsync(text, Guid.NewGuid().ToString("N"), Later, null, Cancelled);
    }

    private async Task ForgetAsync(DateTimeOffset idleSince)
    {
        await Conversations.ForgetAsync(idleSince, idleSince, Cancelled);
        await Phones.ForgetAsync(idleSince, DateTimeOffset.UnixEpoch, Cancelled);
    }
}

public sealed class PhoneBookOnSqliteTests(SqliteTestDatabase place) : PhoneBookTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class PhoneBookOnPostgreSqlTests(PostgreSqlTestDatabase place) : PhoneBookTests(place), IClassFixture<PostgreSqlTestDatabase>
{
    [Fact]
    public async Task ATurnThatComesInWhileIdlePhonesAreEmptiedKeepsItsState()
    {
        await KeepAsync();
        await FileByTextAsync();
        await SendAsync();
        var idle = Given.Noon.AddDays(1);
        var forgetting = await Place.Database.WriteAsync(
            async sql =>
            {
                await sql.ExecuteAsync("UPDATE conversations SET used_at = @at, version = version + 1 WHERE id = @Conversation", new { Conversation, at = UnixTime.Of(idle) });
                var waiting = Conversations.ForgetAsync(idle, idle, Cancelled);
                while (await CountAsync("pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 0)
                    await Task.Delay(10, Cancelled);
                return new { Done = waiting };
            },
            Cancelled);
        await forgetting.Done;
        (await Conversations.LoadAsync(Conversation, "", Cancelled))!.Version.ShouldBe(2);
        (await LogAsync(Conversation)).Count.ShouldBe(2);
    }
}
