using System.Text.RegularExpressions;
using EngagementBot.Channels.Twilio;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.TextMessages.Twilio;

/// <summary>Reads the section <c>Sms:Twilio</c>.</summary>
internal static partial class TwilioSettings
{
    private const string Section = "Sms:Twilio";

    /// <returns>Null while no account is configured, or where something in it is impossible.</returns>
    public static TwilioAccount? Read(IConfiguration configuration, SettingsProblems problems)
    {
        if (Given("AccountSid") is not { } sid)
            return null;
        if (!Sid().IsMatch(sid))
            problems.Add($"{Section}:AccountSid", "It is no account's sid.", "Copy it from Twilio's console: AC and 32 digits and letters.");
        if (Given("AuthToken") is null)
            problems.Add($"{Section}:AuthToken", "It is missing.", "Copy it from Twilio's console; it is a secret, so give it by the environment: Sms__Twilio__AuthToken.");
        if (Given("From") is not { } from || !From().IsMatch(from))
            problems.Add($"{Section}:From", "It is neither a phone number nor a messaging service.", "Write a number such as +15550142, or the service's sid: MG and 32 digits and letters.");
        if (string.IsNullOrWhiteSpace(configuration["PublicUrl"]))
            problems.Add("PublicUrl", "It is missing, and Twilio signs it.", "Write the address that Twilio calls, such as https://chat.county.gov.");
        var api = Given("ApiBaseUrl")?.TrimEnd('/') ?? TwilioAccount.DefaultApi;
        if (!Uri.TryCreate(api, UriKind.Absolute, out var address) || !(address.Scheme == "https" || address is { Scheme: "http", IsLoopback: true }))
            problems.Add($"{Section}:ApiBaseUrl", "Residents' words must not travel unencrypted.", "Use https, or leave it out; plain http is for loopback only.");
        return new TwilioAccount(sid, Given("AuthToken") ?? "", Given("SecondaryAuthToken"), Given("From") ?? "", api);

        string? Given(string key) => configuration[$"{Section}:{key}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    public static bool DeletesBodies(IConfiguration configuration, SettingsProblems problems)
    {
        var text = configuration[$"{Section}:DeleteBodies"];
        if (string.IsNullOrEmpty(text) || bool.TryParse(text, out var deletes) && deletes)
            return true;
        if (!bool.TryParse(text, out _))
            problems.Add($"{Section}:DeleteBodies", $"\"{text}\" is impossible.", "Write true or false.");
        return false;
    }

    [GeneratedRegex("^AC[0-9a-fA-F]{32}$")]
    private static partial Regex Sid();

    [GeneratedRegex(@"^(\+[1-9][0-9]{6,14}|[0-9]{5,6}|MG[0-9a-fA-F]{32})$")]
    private static partial Regex From();
}
