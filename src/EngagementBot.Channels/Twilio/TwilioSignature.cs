using System.Security.Cryptography;
using System.Text;

namespace EngagementBot.Channels.Twilio;

/// <summary>Whether a request comes from Twilio: https://www.twilio.com/docs/usage/security, with the edges of Twilio's own libraries.</summary>
public static class TwilioSignature
{
    /// <summary>The parameter of an address that carries the SHA-256 of the body.</summary>
    public const string BodyHash = "bodySHA256";

    /// <summary>HMAC-SHA1 of the address and the sorted parameters, in Base64.</summary>
    /// <param name="url">As Twilio requested it.</param>
    /// <param name="form">The parameters of a form; empty for a JSON body.</param>
    public static string Of(string token, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var signed = new StringBuilder(url);
        // A name that comes twice is signed with each of its values once, in order.
        foreach (var name in form.GroupBy(p => p.Key, p => p.Value).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var value in name.Distinct().Order(StringComparer.Ordinal))
                signed.Append(name.Key).Append(value);
        }
        // Twilio's algorithm: no choice of ours.
#pragma warning disable CA5350
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>A form.</summary>
    /// <param name="tokens">Any of them may have signed.</param>
    public static bool IsValid(IEnumerable<string> tokens, string? signature, string url, IReadOnlyCollection<KeyValuePair<string, string>> form)
    {
        var given = Encoding.UTF8.GetBytes(signature ?? "");
        var isValid = false;
        foreach (var token in tokens)
        {
            foreach (var variant in SignedUrl.Variants(url))
                isValid |= CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Of(token, variant, form)));
        }
        return isValid;
    }

    /// <summary>Any other body: the address carries its SHA-256 in <c>bodySHA256</c>, and only the address is signed.</summary>
    public static bool IsValidBody(IEnumerable<string> tokens, string? signature, string url, ReadOnlySpan<byte> body)
    {
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)));
        var given = Encoding.UTF8.GetBytes(SignedUrl.Parameter(url, BodyHash) ?? "");
        return CryptographicOperations.FixedTimeEquals(given, expected) && IsValid(tokens, signature, url, []);
    }
}
