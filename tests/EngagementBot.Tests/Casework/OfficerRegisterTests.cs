using EngagementBot.Casework.Officers;

namespace EngagementBot.Tests.Casework;

public sealed class OfficerRegisterTests : IAsyncLifetime
{
    private const string Password = "correct horse battery";

    private readonly TestClock _clock = new();
    private readonly PlainPasswords _passwords = new();
    private TestStore _store = null!;
    private OfficerRegister _register = null!;
    private Officer _ana = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.MakeAsync();
        _register = new OfficerRegister(_store.Officers, _passwords, _clock);
        _ana = (await _register.AddAsync(" Ana Ruiz ", OfficerRole.Liaison, false, Password, Cancelled))!;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task TheRightPasswordSignsIn()
    {
        (await SignInAsync(Password)).ShouldBe(_ana);
        (await _register.SignInAsync(" ANA ruiz", Password, Cancelled)).ShouldBe(_ana);
        (await SignInAsync("wrong")).ShouldBeNull();
        _ana.PasswordHash.ShouldNotBe(Password);
    }

    [Fact]
    public async Task FiveFailuresLockForAQuarterOfAnHour()
    {
        for (var i = 0; i < 5; i++)
            await SignInAsync("wrong");
        (await SignInAsync(Password)).ShouldBeNull();
        _clock.Now += TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1);
        (await SignInAsync(Password)).ShouldBeNull();
        _clock.Now += TimeSpan.FromSeconds(2);
        (await SignInAsync(Password)).ShouldNotBeNull().FailedSignIns.ShouldBe(0);
    }

    [Fact]
    public async Task FourFailuresDoNotLockAndASuccessForgetsThem()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                await SignInAsync("wrong");
            (await SignInAsync(Password)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task AnUnknownNameTakesAsLongAsAWrongPassword()
    {
        (await _register.SignInAsync("Nobody", "wrong", Cancelled)).ShouldBeNull();
        _passwords.Verified.ShouldBe(1);
    }

    [Fact]
    public async Task ADisabledOfficerDoesNotSignIn()
    {
        await _register.DisableAsync(_ana, Cancelled);
        (await SignInAsync(Password)).ShouldBeNull();
        (await _store.Officers.FindAsync(_ana.Id, Cancelled))!.SecurityStamp.ShouldNotBe(_ana.SecurityStamp);
    }

    [Fact]
    public async Task ALinkSetsThePasswordOnce()
    {
        var secret = await _register.InviteAsync(_ana, Cancelled);
        (await SignInAsync(Password)).ShouldBeNull();
        (await _register.AcceptAsync(secret, "a new long password", Cancelled)).ShouldNotBeNull().SecurityStamp.ShouldNotBe(_ana.SecurityStamp);
        (await _register.AcceptAsync(secret, "somebody else's password", Cancelled)).ShouldBeNull();
        (await SignInAsync("a new long password")).ShouldNotBeNull();
    }

    [Fact]
    public async Task ALinkLastsADay()
    {
        var secret = await _register.InviteAsync(_ana, Cancelled);
        _clock.Now += TimeSpan.FromHours(24);
        (await _register.AcceptAsync(secret, "a new long password", Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task ALinkThatNobodySentIsRefused() => (await _register.AcceptAsync("guess", "a new long password", Cancelled)).ShouldBeNull();

    [Fact]
    public async Task ANameIsTakenOnce() => (await _register.AddAsync("ana ruiz", OfficerRole.Supervisor, false, null, Cancelled)).ShouldBeNull();

    private Task<Officer?> SignInAsync(string password) => _register.SignInAsync("Ana Ruiz", password, Cancelled);

    private sealed class PlainPasswords : IPasswords
    {
        public int Verified { get; private set; }

        public string Hash(string password) => "hash of " + password;

        public bool Verify(string hash, string password)
        {
            Verified++;
            return hash == Hash(password);
        }
    }
}
