using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;
using EngagementBot.Scenarios.TextMessages;

namespace EngagementBot.Scenarios.Transcripts;

/// <summary>A phone that nobody else has.</summary>
internal sealed class TextingResident(ServiceProcess service, FakeTwilio twilio) : IResident
{
    private static int _phones;

    private readonly PhoneLine _phone = new(service.Address, $"+1555030{Interlocked.Increment(ref _phones):D4}");

    public IReadOnlyList<BotMessage> Greeting => [];

    public async Task<IReadOnlyList<BotMessage>> SayAsync(string text)
    {
        var heard = twilio.To(_phone.Number).Count;
        await _phone.SayAsync(text);
        await twilio.UntilAsync(t => t.To(_phone.Number).Count > heard);
        for (var (quiet, count) = (0, 0); quiet < 10; quiet++)
        {
            await Task.Delay(50);
            if (twilio.To(_phone.Number).Count != count)
                (quiet, count) = (0, twilio.To(_phone.Number).Count);
        }
        return [.. twilio.To(_phone.Number).Skip(heard).Select(t => new BotMessage("", t, null, null, []))];
    }

    public void Dispose()
    {
    }
}
