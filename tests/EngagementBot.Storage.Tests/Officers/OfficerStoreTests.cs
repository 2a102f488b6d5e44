using EngagementBot.Casework.Officers;
using EngagementBot.Storage.Officers;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Officers;

public abstract class OfficerStoreTests(TestDatabase place) : StorageTests(place)
{
    private readonly OfficerStore _officers = new(place.Database);
    private readonly string _name = $"Ana Ruiz {Guid.NewGuid():N}";

    [Fact]
    public async Task AnOfficerIsFoundByNameInWhateverCase()
    {
        var added = (await _officers.AddAsync(Given.Officer(_name, OfficerRole.Supervisor), Cancelled)).ShouldNotBeNull();
        (await _officers.FindAsync($" {_name.ToUpperInvariant()} ", Cancelled)).ShouldBe(added);
        (await _officers.FindAsync(added.Id, Cancelled)).ShouldBe(added);
        (await _officers.ListAsync(Cancelled)).ShouldContain(added);
        (await _officers.FindAsync("nobody", Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task ANameIsTakenOnce()
    {
        await _officers.AddAsync(Given.Officer(_name), Cancelled);
        (await _officers.AddAsync(Given.Officer(_name.ToUpperInvariant()), Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task AllOfAnOfficerIsKept()
    {
        var added = (await _officers.AddAsync(Given.Officer(_name), Cancelled))!;
        var changed = added with
        {
            Role = OfficerRole.Administrator, HasDelegatedAuthority = true, Disabled = true, PasswordHash = null, SecurityStamp = "new",
            FailedSignIns = 4, LockedUntil = Given.Noon,
        };
        await _officers.UpdateAsync(changed, Cancelled);
        (await _officers.FindAsync(added.Id, Cancelled)).ShouldBe(changed);
    }

    [Fact]
    public async Task ALinkIsTakenOnce()
    {
        var added = (await _officers.AddAsync(Given.Officer(_name), Cancelled))!;
        await _officers.AddLinkAsync(added.Id, _name, Given.Noon.AddHours(24), Cancelled);
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _officers.TakeLinkAsync(_name, Given.Noon, Cancelled), Cancelled)));
        taken.Count(t => t == added).ShouldBe(1);
        taken.Count(t => t is null).ShouldBe(3);
    }

    [Fact]
    public async Task ALinkEndsWhenItExpiresOrANewerOneIsMade()
    {
        var added = (await _officers.AddAsync(Given.Officer(_name), Cancelled))!;
        await _officers.AddLinkAsync(added.Id, "old" + _name, Given.Noon.AddHours(24), Cancelled);
        await _officers.AddLinkAsync(added.Id, "new" + _name, Given.Noon.AddHours(24), Cancelled);
        (await _officers.TakeLinkAsync("old" + _name, Given.Noon, Cancelled)).ShouldBeNull();
        (await _officers.TakeLinkAsync("new" + _name, Given.Noon.AddHours(24), Cancelled)).ShouldBeNull();
        (await _officers.TakeLinkAsync("new" + _name, Given.Noon.AddHours(24).AddSeconds(-1), Cancelled)).ShouldBe(added);
    }
}

public sealed class OfficerStoreOnSqliteTests(SqliteTestDatabase place) : OfficerStoreTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class OfficerStoreOnPostgreSqlTests(PostgreSqlTestDatabase place) : OfficerStoreTests(place), IClassFixture<PostgreSqlTestDatabase>;
