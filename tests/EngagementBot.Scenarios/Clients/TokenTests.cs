using EngagementBot.Web.DirectLine;
using Microsoft.AspNetCore.DataProtection;

namespace EngagementBot.Scenarios.Clients;

public sealed class TokenTests
{
    private static readonly DirectLineGrant Grant = new("conversation", "dl_user", 7, "nonce");

    private readonly MovedClock _clock = new();
    private readonly DirectLineTokens _tokens;

    public TokenTests() => _tokens = new DirectLineTokens(new EphemeralDataProtectionProvider(), _clock);

    [Fact]
    public void TokenIsForOneConversationAndOneUser() => _tokens.Read(_tokens.Issue(Grant)).ShouldBe(Grant);

    [Fact]
    public void TokenExpiresAfterThirtyMinutes()
    {
        var token = _tokens.Issue(Grant);
        _clock.Move(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        _tokens.Read(token)!.IsExpired.ShouldBeFalse();
        _clock.Move(TimeSpan.FromSeconds(1));
        _tokens.Read(token)!.IsExpired.ShouldBeTrue();
    }

    [Fact]
    public void AddressOfAStreamExpiresAfterSixtySeconds()
    {
        var stream = _tokens.IssueStream(Grant);
        _clock.Move(TimeSpan.FromSeconds(59));
        _tokens.ReadStream(stream)!.IsExpired.ShouldBeFalse();
        _clock.Move(TimeSpan.FromSeconds(1));
        _tokens.ReadStream(stream)!.IsExpired.ShouldBeTrue();
    }

    [Fact]
    public void OneIsNotTheOther()
    {
        _tokens.Read(_tokens.IssueStream(Grant)).ShouldBeNull();
        _tokens.ReadStream(_tokens.Issue(Grant)).ShouldBeNull();
    }

    [Fact]
    public void AddressOfAStreamIsRememberedUntilItHasExpired()
    {
        var used = new UsedStreams(_clock);
        used.TryUse("one").ShouldBeTrue();
        _clock.Move(DirectLineTokens.StreamLife - TimeSpan.FromSeconds(1));
        used.TryUse("another").ShouldBeTrue();
        used.TryUse("one").ShouldBeFalse();
    }
}
