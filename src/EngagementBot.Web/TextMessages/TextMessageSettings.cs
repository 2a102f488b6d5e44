using EngagementBot.Channels.Twilio;
using EngagementBot.Web.Settings;
using EngagementBot.Web.TextMessages.Twilio;

namespace EngagementBot.Web.TextMessages;

/// <summary>Who takes our texts. A second provider gets a property here, a folder beside Twilio's, and its lines in <see cref="TextMessageSetup"/>.</summary>
/// <param name="Twilio">Null while no account is configured.</param>
/// <param name="DeletesWords">The words of a text are deleted at the provider once they are delivered or worked on. Default: true.</param>
/// <param name="IsTriedOut">A phone is played on this machine (the command <c>sms</c>): in Development, while no provider is configured.</param>
internal sealed record TextMessageSettings(TwilioAccount? Twilio, bool DeletesWords, bool IsTriedOut)
{
    public bool IsOn => Twilio is not null || IsTriedOut;

    public static TextMessageSettings Read(IConfiguration configuration, SettingsProblems problems, bool isDevelopment)
    {
        var twilio = TwilioSettings.Read(configuration, problems);
        return new TextMessageSettings(twilio, TwilioSettings.DeletesBodies(configuration, problems), isDevelopment && twilio is null);
    }
}
