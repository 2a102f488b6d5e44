using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Content;
using EngagementBot.Tests.Understanding;

namespace EngagementBot.Tests.Casework;

public sealed class CaseDeskTests : IAsyncLifetime
{
    private static readonly Officer Ana = new(1, "Ana Ruiz", OfficerRole.Liaison, false, false, null, "", 0, null);
    private static readonly Officer Bill = Ana with { Id = 2, Name = "Bill Stone" };

    private readonly TestClock _clock = new();
    private TestStore _store = null!;
    private CaseDesk _desk = null!;
    private string _number = "";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.MakeAsync();
        _desk = new CaseDesk(_store.Cases, RepositoryContent.Library, new CaseAccess(false), _clock);
        _number = (await _store.FileAsync("He was rude.", _clock.Now, "es")).Number;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task OpeningIsAnEventOncePerLook()
    {
        await OpenAsync(Ana);
        await OpenAsync(Ana);
        await OpenAsync(Bill);
        _clock.Now += TimeSpan.FromMinutes(6);
        (await OpenAsync(Bill)).Events.Select(e => (e.Type, e.Actor.Name)).ShouldBe(
            [(CaseEventType.Filed, "resident"), (CaseEventType.Opened, "Ana Ruiz"), (CaseEventType.Opened, "Bill Stone"), (CaseEventType.Opened, "Bill Stone")]);
    }

    [Fact]
    public async Task WhoMayNotSeeACaseDoesNotLearnThatItExists()
    {
        (await _desk.OpenAsync("2026-999999", Ana, Cancelled)).ShouldBeNull();
        (await _desk.OpenAsync(_number, Ana with { HasDelegatedAuthority = true }, Cancelled)).ShouldBeNull();
        (await OpenAsync(Ana)).Events.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ClaimingANewCaseAcknowledgesIt()
    {
        (await _desk.ClaimAsync(await OpenAsync(Ana), Ana, Cancelled)).ShouldBe(CaseOutcome.Done);
        var file = await OpenAsync(Ana);
        (file.Case.State, file.Case.OfficerName).ShouldBe((CaseState.Acknowledged, "Ana Ruiz"));
        Last(file).ShouldBe((CaseEventType.Claimed, null, CaseState.Acknowledged));
    }

    [Fact]
    public async Task ACaseThatIsTakenIsNotTakenAgain()
    {
        await _desk.ClaimAsync(await OpenAsync(Ana), Ana, Cancelled);
        (await _desk.ClaimAsync(await OpenAsync(Bill), Bill, Cancelled)).ShouldBe(CaseOutcome.TakenByAnother);
        (await OpenAsync(Bill)).Case.OfficerId.ShouldBe(Ana.Id);
    }

    [Fact]
    public async Task ReleasingPutsTheCaseBackIntoTheQueue()
    {
        await _desk.ClaimAsync(await OpenAsync(Ana), Ana, Cancelled);
        (await _desk.ReleaseAsync(await OpenAsync(Ana), Ana, Cancelled)).ShouldBe(CaseOutcome.Done);
        var file = await OpenAsync(Ana);
        file.Case.OfficerId.ShouldBeNull();
        Last(file).Type.ShouldBe(CaseEventType.Released);
    }

    [Fact]
    public async Task ANoteStaysAmongOfficers()
    {
        (await _desk.NoteAsync(await OpenAsync(Ana), Ana, "  ask the jail ", Cancelled)).ShouldBe(CaseOutcome.Done);
        Last(await OpenAsync(Ana)).ShouldBe((CaseEventType.Noted, "ask the jail", null));
        (await HeardAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task AReplyReachesTheResidentInTheCasesLanguage()
    {
        (await _desk.ReplyAsync(await OpenAsync(Ana), Ana, new(" Lo sentimos. "), Cancelled)).ShouldBe(CaseOutcome.Done);
        var file = await OpenAsync(Ana);
        (file.Case.State, file.Case.OfficerId, file.Case.FirstAnsweredAt).ShouldBe((CaseState.InProgress, Ana.Id, _clock.Now));
        Last(file).ShouldBe((CaseEventType.Replied, "Lo sentimos.", CaseState.InProgress));
        (await HeardAsync()).ShouldBe([RepositoryContent.Library.Locales["es"].Say(Phrase.StatusNews, ("number", _number)) + "\n\nLo sentimos."]);
    }

    [Fact]
    public async Task AResidentReadsWhatAMachineTranslatedAndBelowItWhatTheOfficerWrote()
    {
        var reply = new OfficerReply(" Lo sentimos. ", "We are sorry.\n");
        (await _desk.ReplyAsync(await OpenAsync(Ana), Ana, reply, Cancelled)).ShouldBe(CaseOutcome.Done);
        var spanish = RepositoryContent.Library.Locales["es"];
        (await HeardAsync()).ShouldBe(
            [$"{spanish.Say(Phrase.StatusNews, ("number", _number))}\n\nLo sentimos.\n\n{spanish.Say(Phrase.StatusTranslated)}\n\nWe are sorry."]);
        var replied = (await OpenAsync(Ana)).Events[^1];
        (replied.Text, replied.Original).ShouldBe(("Lo sentimos.", "We are sorry."));
    }

    [Fact]
    public async Task ATranslationOfNothingOrOfTooMuchIsNotSent()
    {
        var file = await OpenAsync(Ana);
        (await _desk.ReplyAsync(file, Ana, new("Lo sentimos.", " "), Cancelled)).ShouldBe(CaseOutcome.NoText);
        (await _desk.ReplyAsync(file, Ana, new("Lo sentimos.", new string('x', CaseDesk.LongestText + 1)), Cancelled)).ShouldBe(CaseOutcome.NoText);
        (await HeardAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void EnglishAmongArabicKeepsItsOrderLineByLine()
    {
        var said = new OfficerReply("نأسف.", "We are sorry (see I-200).\nCall us.").ForResident(RepositoryContent.Library.Locales["ar"]);
        said.ShouldEndWith("\u2068We are sorry (see I-200).\u2069\n\u2068Call us.\u2069");
    }

    [Fact]
    public async Task TheFirstAnswerIsTheOneThatCounts()
    {
        await _desk.ReplyAsync(await OpenAsync(Ana), Ana, new("one"), Cancelled);
        var first = _clock.Now;
        _clock.Now += TimeSpan.FromHours(1);
        await _desk.ReplyAsync(await OpenAsync(Bill), Bill, new("two"), Cancelled);
        var file = await OpenAsync(Ana);
        (file.Case.FirstAnsweredAt, file.Case.OfficerId).ShouldBe((first, Ana.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public async Task NothingIsNoReplyAndNoNote(string text)
    {
        var file = await OpenAsync(Ana);
        (await _desk.ReplyAsync(file, Ana, new(text), Cancelled)).ShouldBe(CaseOutcome.NoText);
        (await _desk.NoteAsync(file, Ana, text, Cancelled)).ShouldBe(CaseOutcome.NoText);
        (await _desk.ReplyAsync(file, Ana, new(new string('x', CaseDesk.LongestText + 1)), Cancelled)).ShouldBe(CaseOutcome.NoText);
        (await OpenAsync(Ana)).Events.Count.ShouldBe(2);
    }

    [Fact]
    public async Task AnImpossibleStateIsNotAllowed()
    {
        (await ChangeAsync(Ana, CaseState.Withdrawn)).ShouldBe(CaseOutcome.NotAllowed);
        (await ChangeAsync(Ana, CaseState.New)).ShouldBe(CaseOutcome.NotAllowed);
    }

    [Fact]
    public async Task AChangeOfStateKeepsItsReason()
    {
        (await ChangeAsync(Ana, CaseState.Resolved, " done ")).ShouldBe(CaseOutcome.Done);
        Last(await OpenAsync(Ana)).ShouldBe((CaseEventType.StateChanged, "done", CaseState.Resolved));
    }

    [Fact]
    public async Task AReopenedCaseWaitsForSomebodyElse()
    {
        await _desk.ClaimAsync(await OpenAsync(Ana), Ana, Cancelled);
        await ChangeAsync(Ana, CaseState.Closed);
        await ChangeAsync(Ana, CaseState.InProgress, "new facts");
        var file = await OpenAsync(Ana);
        file.Case.OfficerId.ShouldBeNull();
        Last(file).ShouldBe((CaseEventType.Reopened, "new facts", CaseState.InProgress));
    }

    [Fact]
    public async Task ClosingAResolvedCaseKeepsItsOfficer()
    {
        await _desk.ClaimAsync(await OpenAsync(Ana), Ana, Cancelled);
        await ChangeAsync(Ana, CaseState.Resolved);
        await ChangeAsync(Ana, CaseState.Closed);
        (await OpenAsync(Ana)).Case.OfficerName.ShouldBe("Ana Ruiz");
    }

    [Fact]
    public async Task ReadingContactDetailsIsAnEvent()
    {
        var contacts = await _desk.ReadContactsAsync(await OpenAsync(Ana), Ana, Cancelled);
        _store.Confidential.Unprotect(contacts.ShouldNotBeNull()["phone"]).ShouldBe("555 0100");
        Last(await OpenAsync(Ana)).Type.ShouldBe(CaseEventType.ContactRead);
    }

    [Fact]
    public async Task WhatAnotherOfficerChangedMeanwhileIsNotOverwritten()
    {
        var old = await OpenAsync(Ana);
        await _desk.NoteAsync(await OpenAsync(Bill), Bill, "first", Cancelled);
        (await _desk.ReplyAsync(old, Ana, new("late"), Cancelled)).ShouldBe(CaseOutcome.ChangedMeanwhile);
        (await _desk.ReadContactsAsync(old, Ana, Cancelled)).ShouldBeNull();
        (await HeardAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task AnOfficerWhoMayNotSeeTheCaseChangesNothing()
    {
        var file = await OpenAsync(Ana);
        var delegated = Bill with { HasDelegatedAuthority = true };
        (await _desk.ReplyAsync(file, delegated, new("hello"), Cancelled)).ShouldBe(CaseOutcome.NotAllowed);
        (await _desk.ClaimAsync(file, delegated, Cancelled)).ShouldBe(CaseOutcome.NotAllowed);
        (await _desk.ReadContactsAsync(file, delegated, Cancelled)).ShouldBeNull();
    }

    private async Task<CaseFile> OpenAsync(Officer officer) => (await _desk.OpenAsync(_number, officer, Cancelled)).ShouldNotBeNull();

    private async Task<CaseOutcome> ChangeAsync(Officer officer, CaseState state, string? reason = null) =>
        await _desk.ChangeStateAsync(await OpenAsync(officer), officer, state, reason, Cancelled);

    // The last event that is not a look at the case.
    private static (CaseEventType Type, string? Text, CaseState? State) Last(CaseFile file)
    {
        var last = file.Events.Last(e => e.Type != CaseEventType.Opened);
        return (last.Type, last.Text, last.State);
    }

    private async Task<IEnumerable<string>> HeardAsync() =>
        (await _store.Conversations.MessagesAsync(_store.ConversationOf(_number), 1, 10, Cancelled)).Select(m => m.Text);
}
