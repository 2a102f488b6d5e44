using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EngagementBot.Web.DirectLine;

/// <summary>Tokens of Direct Line: a key to one conversation, for one user, for 30 minutes; and the addresses of streams, for 60 seconds.</summary>
internal sealed class DirectLineTokens(IDataProtectionProvider provider, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan StreamLife = TimeSpan.FromSeconds(60);

    private readonly IDataProtector _tokens = provider.CreateProtector("directline-token");
    private readonly IDataProtector _streams = provider.CreateProtector("directline-stream");

    public static string NewId(string prefix = "") => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public string Issue(DirectLineGrant grant) => Write(_tokens, grant, Life);

    public string IssueStream(DirectLineGrant grant) => Write(_streams, grant, StreamLife);

    public DirectLineGrant? Read(string token) => Read(_tokens, token);

    public DirectLineGrant? ReadStream(string token) => Read(_streams, token);

    private string Write(IDataProtector protector, DirectLineGrant grant, TimeSpan life) => protector.Protect(string.Join(
        '\n', grant.ConversationId, grant.UserId, grant.Watermark.ToString(CultureInfo.InvariantCulture), grant.Nonce,
        (clock.GetUtcNow() + life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    private DirectLineGrant? Read(IDataProtector protector, string token)
    {
        try
        {
            if (protector.Unprotect(token).Split('\n') is not [var conversation, var user, var watermark, var nonce, var expires])
                return null;
            var ends = DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture));
            return new DirectLineGrant(conversation, user, long.Parse(watermark, CultureInfo.InvariantCulture), nonce, ends <= clock.GetUtcNow());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="UserId">Empty where the owner of a secret has not said for whom it is.</param>
/// <param name="Watermark">Of a stream: where it begins.</param>
/// <param name="Nonce">Makes each stream address one of its own.</param>
internal sealed record DirectLineGrant(string ConversationId, string UserId, long Watermark = 0, string Nonce = "", bool IsExpired = false);
