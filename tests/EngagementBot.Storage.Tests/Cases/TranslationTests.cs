using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Storage.Cases;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Cases;

public abstract class TranslationTests : StorageTests
{
    private readonly TranslationStore _translations;

    protected TranslationTests(TestDatabase place)
        : base(place) => _translations = new TranslationStore(place.Database);

    [Fact]
    public async Task ATranslationIsKeptByPartAndLanguage()
    {
        var filed = await FileAsync(Given.Complaint(language: "ht"));
        var other = await FileAsync(Given.Complaint(language: "ht"));
        await KeepAsync(filed, "en", ("story", "He pushed me."), ("event 3", "Any news?"));
        await KeepAsync(filed, "es", ("story", "Me empujó."));
        (await _translations.OfCaseAsync(filed.Id, "en", Cancelled)).ShouldBe(new Dictionary<string, string> { ["story"] = "He pushed me.", ["event 3"] = "Any news?" }, ignoreOrder: true);
        (await _translations.OfCaseAsync(filed.Id, "es", Cancelled)).ShouldHaveSingleItem().Value.ShouldBe("Me empujó.");
        (await _translations.OfCaseAsync(other.Id, "en", Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TheFirstTranslationOfAPartStays()
    {
        var filed = await FileAsync(Given.Complaint(language: "ht"));
        await Task.WhenAll(Enumerable.Range(1, 6).Select(n => Task.Run(() => KeepAsync(filed, "en", ("story", $"{n}")), Cancelled)));
        var kept = (await _translations.OfCaseAsync(filed.Id, "en", Cancelled))["story"];
        await KeepAsync(filed, "en", ("story", "another"), ("answer where", "at the bus stop"));
        var now = await _translations.OfCaseAsync(filed.Id, "en", Cancelled);
        (now["story"], now["answer where"]).ShouldBe((kept, "at the bus stop"));
    }

    [Fact]
    public async Task TranslationsGoWithTheirCase()
    {
        var filed = await FileAsync(Given.Complaint(language: "ht"));
        await KeepAsync(filed, "en", ("story", "He pushed me."));
        await Cases.ApplyAsync(Given.Change(filed, CaseState.Closed, Given.Noon), Cancelled);
        await Cases.ForgetAsync(Given.Noon.AddSeconds(1), Cancelled);
        (await CountAsync("case_translations WHERE case_id = @Id", new { filed.Id })).ShouldBe(0);
        await KeepAsync(filed, "en", ("story", "late"));
        (await CountAsync("case_translations WHERE case_id = @Id", new { filed.Id })).ShouldBe(0);
    }

    [Fact]
    public async Task TranslationsOfWordsThatTheResidentTakesBackGoAndDoNotComeLate()
    {
        var filed = await FileAsync(Given.Complaint(language: "ht"));
        var asItWas = new CaseFile(filed, await Cases.EventsAsync(filed.Id, Cancelled));
        await KeepAsync(filed, "en", ("story", "A deputy pushed my brother."));
        await Conversations.CommitAsync(Given.Turn(Given.Conversation()) with { LeavesOut = new LeftOut(filed.Id, Without, r => r) }, Cancelled);
        (await _translations.OfCaseAsync(filed.Id, "en", Cancelled)).ShouldBeEmpty();
        await _translations.KeepAsync(asItWas, "en", new Dictionary<string, string> { ["story"] = "A deputy pushed my brother." }, Cancelled);
        (await _translations.OfCaseAsync(filed.Id, "en", Cancelled)).ShouldBeEmpty();
        await KeepAsync(filed, "en", ("story", "A deputy pushed […]."));
        (await _translations.OfCaseAsync(filed.Id, "en", Cancelled)).ShouldHaveSingleItem();
    }

    private static string Without(string text) => text.Replace("my brother", "[…]", StringComparison.Ordinal);

    [Fact]
    public async Task OfATranslatedReplyBothTextsAreKept()
    {
        var filed = await FileAsync(Given.Complaint(language: "ht"));
        var replied = Given.Event(filed, 2, CaseEventType.Replied, "Nou regrèt sa.") with { Original = "We are sorry." };
        await Cases.ApplyAsync(new CaseChange(filed, [replied, Given.Event(filed, 3, CaseEventType.Noted, "told them")]), Cancelled);
        (await Cases.EventsAsync(filed.Id, Cancelled)).Select(e => (e.Text, e.Original)).ShouldBe([(null, null), ("Nou regrèt sa.", "We are sorry."), ("told them", null)]);
    }

    private async Task KeepAsync(Case about, string language, params (string Part, string Text)[] translations) =>
        await _translations.KeepAsync(new CaseFile(about, await Cases.EventsAsync(about.Id, Cancelled)), language, translations.ToDictionary(t => t.Part, t => t.Text), Cancelled);
}

public sealed class TranslationOnSqliteTests(SqliteTestDatabase place) : TranslationTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class TranslationOnPostgreSqlTests(PostgreSqlTestDatabase place) : TranslationTests(place), IClassFixture<PostgreSqlTestDatabase>;
