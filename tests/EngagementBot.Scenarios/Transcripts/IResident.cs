using EngagementBot.Scenarios.DirectLine;

namespace EngagementBot.Scenarios.Transcripts;

/// <summary>Somebody who talks with the bot, on whatever channel.</summary>
internal interface IResident : IDisposable
{
    /// <summary>What the bot says before anything is asked.</summary>
    IReadOnlyList<BotMessage> Greeting { get; }

    /// <returns>The replies.</returns>
    Task<IReadOnlyList<BotMessage>> SayAsync(string text);
}
