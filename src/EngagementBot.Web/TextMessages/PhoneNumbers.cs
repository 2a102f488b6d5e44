using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EngagementBot.Web.Hosting;

namespace EngagementBot.Web.TextMessages;

/// <summary>The key of the phones' hash.</summary>
internal sealed class PhoneKey() : StoredKey("phone-hash");

/// <summary>Telephone numbers, and the conversations that their keyed hash finds: without the service's key, which never lies beside the hashes
/// unencrypted, nobody finds a number by trying all there are.</summary>
internal sealed partial class PhoneNumbers(PhoneKey key)
{
    /// <summary>No id of another channel begins so.</summary>
    private const string Prefix = "phone-";

    private const int HashLength = 40;

    public string ConversationOf(string number) => Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(number)))[..HashLength];

    /// <summary>A number after ITU-T E.164, to which can be answered.</summary>
    public static bool IsNumber(string sender) => E164().IsMatch(sender);

    /// <summary>As a person writes it, in the United States where nothing else is said.</summary>
    /// <returns>After ITU-T E.164; null if it is none.</returns>
    public static string? Read(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var number = typed.TrimStart().StartsWith('+') ? $"+{digits}" : digits.Length == 10 ? $"+1{digits}" : digits is ['1', ..] && digits.Length == 11 ? $"+{digits}" : "";
        return IsNumber(number) ? number : null;
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex E164();
}
