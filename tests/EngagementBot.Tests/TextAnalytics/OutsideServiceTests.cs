using Azure;
using EngagementBot.TextAnalytics.Resilience;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngagementBot.Tests.TextAnalytics;

/// <summary>When a service outside is left alone, where few write.</summary>
public sealed class OutsideServiceTests : IDisposable
{
    private static readonly OutsideServiceLimits Limits = new() { Total = TimeSpan.FromMilliseconds(60), Attempt = TimeSpan.FromMilliseconds(25), Retries = 1 };

    private readonly TestClock _clock = new();
    private readonly OutsideService _service;

    public OutsideServiceTests() => _service = new OutsideService(new("test", "asking"), Limits, Hang, _clock, NullLogger<OutsideService>.Instance);

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData(8)]
    [InlineData(3600)]
    public async Task ServiceThatHangsTwiceInARowIsLeftAlone_HoweverMuchTimeLiesBetween(int seconds)
    {
        await AskAsync(Hang);
        _service.AwaySince.ShouldBeNull();
        _clock.Now += TimeSpan.FromSeconds(seconds);
        await AskAsync(Hang);
        _service.AwaySince.ShouldBe(_clock.Now);
    }

    [Fact]
    public async Task ServiceThatAnswersBetweenTwoFailuresIsAskedOn()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            await AskAsync(Hang);
            _clock.Now += TimeSpan.FromSeconds(8);
            await AskAsync(_ => Task.CompletedTask);
            _clock.Now += TimeSpan.FromSeconds(8);
        }
        _service.AwaySince.ShouldBeNull();
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(413, false)]
    [InlineData(415, false)]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    public async Task RequestThatIsRefusedIsNoFailureOfTheService_UnlessItRefusesThemAll(int status, bool isLeftAlone)
    {
        for (var turn = 0; turn < 4; turn++)
            (await AskAsync(_ => throw new RequestFailedException(status, "made up"))).ShouldBeNull();
        (_service.AwaySince is not null).ShouldBe(isLeftAlone);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ServiceThatRefusesManyInARowIsTriedOut_AndLeftAloneIfItRefusesThatToo(bool refusesAll)
    {
        static Task Refuse() => throw new RequestFailedException(400, "made up");
        var trials = 0;
        using var service = new OutsideService(
            new("test", "asking"), Limits,
            _ =>
            {
                trials++;
                return refusesAll ? Refuse() : Task.CompletedTask;
            },
            _clock, NullLogger<OutsideService>.Instance);
        for (var turn = 0; turn < 5; turn++)
            await AskAsync(_ => Refuse(), service);
        trials.ShouldBe(1);
        (service.AwaySince is not null).ShouldBe(refusesAll);
    }

    private static Task Hang(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    private Task<string?> AskAsync(Func<CancellationToken, Task> answer, OutsideService? service = null) => (service ?? _service).AskAsync(
        async token =>
        {
            await answer(token);
            return "answered";
        },
        _service.NewDeadline(), TestContext.Current.CancellationToken);
}
