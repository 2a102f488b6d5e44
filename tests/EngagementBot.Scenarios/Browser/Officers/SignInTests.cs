using System.Net;

namespace EngagementBot.Scenarios.Browser.Officers;

public sealed class SignInTests(LiaisonOffice office)
{
    private const int FailuresUntilLocked = 5;

    [Fact]
    public async Task ConsoleAsksForTheSignInAndComesBackToThePageThatWasWanted()
    {
        using var stranger = new OfficerClient((await office.ServiceAsync()).Address);
        (await stranger.GetAsync("/console")).Location.ShouldBe("/console/sign-in?returnUrl=%2Fconsole");
        (await stranger.GetAsync("/console/cases/2026-000001?x=1")).Location.ShouldBe("/console/sign-in?returnUrl=%2Fconsole%2Fcases%2F2026-000001%3Fx%3D1");
        (await stranger.SignInAsync(LiaisonOffice.Ana, LiaisonOffice.Password, "/console/cases/2026-000001?x=1")).Location.ShouldBe("/console/cases/2026-000001?x=1");
    }

    [Theory]
    [InlineData("https://elsewhere.example/console")]
    [InlineData("//elsewhere.example/console")]
    [InlineData("/\\elsewhere.example/console")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/es")]
    [InlineData("/consoles")]
    public async Task SignInNeverLeadsOutOfTheConsole(string returnUrl)
    {
        using var officer = new OfficerClient((await office.ServiceAsync()).Address);
        (await officer.SignInAsync(LiaisonOffice.Ana, LiaisonOffice.Password, returnUrl)).Location.ShouldBe("/console");
    }

    [Fact]
    public async Task WrongNameAndWrongPasswordAreToldApartByNobody()
    {
        using var stranger = new OfficerClient((await office.ServiceAsync()).Address);
        var wrongName = await stranger.SignInAsync("Ana Ruis", LiaisonOffice.Password);
        var wrongPassword = await stranger.SignInAsync(await office.AddAsync("Ola Mistyped"), "eight quiet herons at dusk");
        wrongName.Status.ShouldBe(wrongPassword.Status);
        Problem(wrongName).ShouldBe(Problem(wrongPassword));
        stranger.Cookie.ShouldBeNull();
    }

    [Fact]
    public async Task RightPasswordFailsTooAfterFiveFailures()
    {
        var name = await office.AddAsync("Lena Lockhart");
        using var officer = new OfficerClient((await office.ServiceAsync()).Address);
        ConsoleAnswer failed;
        var failures = 0;
        do
            failed = await officer.SignInAsync(name, $"wrong password {failures}");
        while (++failures < FailuresUntilLocked);

        var right = await officer.SignInAsync(name, LiaisonOffice.Password);
        right.Location.ShouldBeNull();
        Problem(right).ShouldBe(Problem(failed));
        officer.Cookie.ShouldBeNull();
    }

    [Fact]
    public async Task ResettingAndDisablingAnOfficerEndTheNextRequest()
    {
        const string newPassword = "nine quiet herons at dawn";
        var service = await office.ServiceAsync();
        var name = await office.AddAsync("Rita Resettle");
        using var officer = await office.OfficerAsync(name);
        (await officer.GetAsync("/console")).Status.ShouldBe(HttpStatusCode.OK);

        (await service.CommandAsync(["officer", "reset", name, "--password-stdin"], newPassword + "\n")).ExitCode.ShouldBe(0);
        (await officer.GetAsync("/console")).Location.ShouldNotBeNull().ShouldStartWith("/console/sign-in");
        (await officer.SignInAsync(name, LiaisonOffice.Password)).Location.ShouldBeNull();
        (await officer.SignInAsync(name, newPassword)).Location.ShouldBe("/console");

        (await service.CommandAsync(["officer", "disable", name])).ExitCode.ShouldBe(0);
        (await officer.GetAsync("/console")).Location.ShouldNotBeNull().ShouldStartWith("/console/sign-in");
        (await officer.SignInAsync(name, newPassword)).Location.ShouldBeNull();
    }

    [Fact]
    public async Task ButtonSignsOutAndALinkDoesNot()
    {
        using var officer = await office.OfficerAsync(LiaisonOffice.Ana);
        (await officer.GetAsync("/console/sign-out")).Location.ShouldBe("/console");
        officer.Cookie.ShouldNotBeNullOrEmpty();
        (await officer.SignOutAsync()).Location.ShouldBe("/console/sign-in?signedOut=true");
        officer.Cookie.ShouldBeNull();
        (await officer.GetAsync("/console")).Location.ShouldNotBeNull().ShouldStartWith("/console/sign-in");
    }

    // A sign-in that nobody uses ends after 8 hours, and is renewed from the fourth on by whoever asks for a page.
    [Fact]
    public async Task QueueThatRefreshesItselfDoesNotKeepTheSignInAlive()
    {
        var service = await office.ServiceAsync();
        using var officer = await office.OfficerAsync(LiaisonOffice.Ana);
        officer.Cookie = AgedSignIn.Of(service, officer.Cookie!, TimeSpan.FromHours(5));
        var refreshed = await officer.GetAsync("/console?handler=List", isScript: true);
        refreshed.Status.ShouldBe(HttpStatusCode.OK);
        refreshed.RenewsSignIn.ShouldBeFalse();
        (await officer.GetAsync("/console")).RenewsSignIn.ShouldBeTrue();

        officer.Cookie = AgedSignIn.Of(service, officer.Cookie!, TimeSpan.FromHours(9));
        (await officer.GetAsync("/console?handler=List", isScript: true)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ListAloneSaysThatNobodyIsSignedIn()
    {
        using var stranger = new OfficerClient((await office.ServiceAsync()).Address);
        var refused = await stranger.GetAsync("/console?handler=List", isScript: true);
        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Location.ShouldBeNull();
    }

    private static string Problem(ConsoleAnswer page) => page.Text.Split('\n').Select(l => l.Trim()).Single(l => l.StartsWith("That did not work.", StringComparison.Ordinal));
}
