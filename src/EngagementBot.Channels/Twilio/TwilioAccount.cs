namespace EngagementBot.Channels.Twilio;

/// <param name="Sid">AC and 32 hexadecimal digits.</param>
/// <param name="AuthToken">Signs what Twilio sends, and opens its API.</param>
/// <param name="SecondaryAuthToken">Also accepted in signatures, while the tokens are changed; null for none.</param>
/// <param name="From">A number after ITU-T E.164, or the sid of a messaging service (MG...).</param>
/// <param name="ApiBaseUrl">Without a slash at its end.</param>
public sealed record TwilioAccount(string Sid, string AuthToken, string? SecondaryAuthToken, string From, string ApiBaseUrl)
{
    public const string DefaultApi = "https://api.twilio.com";

    public bool IsMessagingService => From.StartsWith("MG", StringComparison.Ordinal);

    public IEnumerable<string> Tokens => SecondaryAuthToken is null ? [AuthToken] : [AuthToken, SecondaryAuthToken];
}
