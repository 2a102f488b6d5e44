using System.Security.Cryptography;
using EngagementBot.Casework.Cases;
using EngagementBot.Storage.Cases;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Cases;

public abstract class PictureTests : StorageTests
{
    private static readonly KeptPicture Jpeg = new("image/jpeg", RandomNumberGenerator.GetBytes(300_000));

    private readonly PictureStore _pictures;

    protected PictureTests(TestDatabase place)
        : base(place) => _pictures = new PictureStore(place.Database);

    [Fact]
    public async Task APictureIsFetchedKeptAndThenDeletedAtTheProvider()
    {
        var filed = await FileAsync(Given.Complaint() with { Pictures = ["sealed one"] });
        var due = (await TakeAsync(filed, Given.Noon)).ShouldHaveSingleItem();
        due.ShouldBe(new DuePicture(filed.Id, 1, "sealed one", IsKept: false, Attempts: 1));
        (await TakeAsync(filed, Given.Noon)).ShouldBeEmpty("Somebody has it.");
        await _pictures.KeepAsync(due, Jpeg, Given.Noon, Cancelled);
        var kept = (await _pictures.FindAsync(filed.Id, 1, Cancelled)).ShouldNotBeNull();
        (kept.Type, kept.Content.SequenceEqual(Jpeg.Content)).ShouldBe(("image/jpeg", true));
        var erasing = (await TakeAsync(filed, Given.Noon)).ShouldHaveSingleItem();
        erasing.ShouldBe(new DuePicture(filed.Id, 1, "sealed one", IsKept: true, Attempts: 1));
        await _pictures.ErasedAsync(erasing, Cancelled);
        (await TakeAsync(filed, Given.Noon.AddYears(1))).ShouldBeEmpty();
        (await _pictures.OfCaseAsync(filed.Id, Cancelled)).ShouldBe([new CasePicture(1, PictureState.Kept, "", "image/jpeg", null)]);
    }

    [Fact]
    public async Task WhatIsTakenByAProgramThatDiedOrPostponedIsTakenAgainThen()
    {
        var filed = await FileAsync(Given.Complaint() with { Pictures = ["sealed one"] });
        var first = (await TakeAsync(filed, Given.Noon)).ShouldHaveSingleItem();
        var second = (await TakeAsync(filed, Given.Noon.AddMinutes(4))).ShouldHaveSingleItem();
        second.Attempts.ShouldBe(2);
        await _pictures.PostponeAsync(second, Given.Noon.AddHours(1), Cancelled);
        (await TakeAsync(filed, Given.Noon.AddMinutes(59))).ShouldBeEmpty();
        (await TakeAsync(filed, Given.Noon.AddHours(1))).ShouldHaveSingleItem();
        // The first one was only slow.
        await _pictures.KeepAsync(first, Jpeg, null, Cancelled);
        await _pictures.KeepAsync(second, Jpeg, null, Cancelled);
        (await CountAsync("case_picture_files WHERE case_id = @Id", new { filed.Id })).ShouldBe(1);
    }

    [Fact]
    public async Task APictureThatIsLostIsAnEventOfTheCase()
    {
        var filed = await FileAsync(Given.Complaint() with { Pictures = ["sealed one"] });
        var due = (await TakeAsync(filed, Given.Noon)).ShouldHaveSingleItem();
        await _pictures.LoseAsync(due, "it is larger than 5 MB", Given.Noon, Cancelled);
        await _pictures.LoseAsync(due, "it is larger than 5 MB", Given.Noon, Cancelled);
        (await Cases.EventsAsync(filed.Id, Cancelled)).Select(e => (e.Type, e.Text)).ShouldBe([(CaseEventType.Filed, null), (CaseEventType.PictureLost, "it is larger than 5 MB")]);
        (await _pictures.OfCaseAsync(filed.Id, Cancelled)).ShouldBe([new CasePicture(1, PictureState.Lost, "sealed one", null, "it is larger than 5 MB")]);
        (await TakeAsync(filed, Given.Noon.AddYears(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task PicturesGoWithTheirCaseAndNothingIsKeptForOneThatIsGone()
    {
        var filed = await FileAsync(Given.Complaint() with { Pictures = ["sealed one", "sealed two"] });
        var due = await TakeAsync(filed, Given.Noon);
        await _pictures.KeepAsync(due[0], Jpeg, null, Cancelled);
        await Cases.ApplyAsync(Given.Change(filed, CaseState.Closed, Given.Noon), Cancelled);
        await Cases.ForgetAsync(Given.Noon.AddSeconds(1), Cancelled);
        await _pictures.KeepAsync(due[1], Jpeg, null, Cancelled);
        (await CountAsync("case_picture_files WHERE case_id = @Id", new { filed.Id })).ShouldBe(0);
        (await CountAsync("case_pictures WHERE case_id = @Id", new { filed.Id })).ShouldBe(0);
    }

    private async Task<IReadOnlyList<DuePicture>> TakeAsync(Case of, DateTimeOffset now) =>
        [.. (await _pictures.TakeAsync(1000, now, now.AddMinutes(3), Cancelled)).Where(p => p.CaseId == of.Id)];
}

public sealed class PictureOnSqliteTests(SqliteTestDatabase place) : PictureTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class PictureOnPostgreSqlTests(PostgreSqlTestDatabase place) : PictureTests(place), IClassFixture<PostgreSqlTestDatabase>;
