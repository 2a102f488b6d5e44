using System.Text;
using System.Text.RegularExpressions;

namespace EngagementBot.Channels.Twilio;

/// <summary>The forms of one address that Twilio may have signed: it is not consistent about the port and about escaping.</summary>
internal static partial class SignedUrl
{
    // WHATWG URL, special-query and path percent-encode sets, above U+0020 and below U+007F.
    private const string EscapedInQuery = "\"#<>'";
    private const string EscapedInPath = "\"#<>?^`{}";

    // Node's querystring.stringify leaves these alone.
    private const string Unescaped = "!'()*-._~";

    /// <summary>As received without and with the port first, then as a browser would write the address, then with the query of Node's older library.</summary>
    public static IEnumerable<string> Variants(string url)
    {
        var normal = Normal(url);
        string[] variants =
        [
            WithoutPort(url), WithPort(url), WithoutPort(normal), WithPort(normal), WithLegacyQuery(WithoutPort(normal)), WithLegacyQuery(WithPort(normal)),
        ];
        return variants.Distinct();
    }

    /// <returns>Null if the query has no such parameter.</returns>
    public static string? Parameter(string url, string name) => Query(url).Where(p => p.Key == name).Select(p => p.Value).FirstOrDefault();

    private static string WithoutPort(string url) => Parts().Replace(url, "${scheme}${user}${host}${rest}");

    private static string WithPort(string url) => Parts().Replace(url, m => m.Groups["port"].Length > 0 ? m.Value
        : $"{m.Groups["scheme"]}{m.Groups["user"]}{m.Groups["host"]}{(m.Groups["scheme"].Value.Equals("https://", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80")}{m.Groups["rest"]}");

    private static string Normal(string url)
    {
        var parts = Parts().Match(url);
        if (!parts.Success)
            return url;
        var rest = parts.Groups["rest"].Value;
        var at = rest.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = at < 0 ? (rest, "") : (rest[..at], rest[at..]);
        var (scheme, port) = (parts.Groups["scheme"].Value.ToLowerInvariant(), parts.Groups["port"].Value);
        var isDefault = port == (scheme == "https://" ? ":443" : ":80");
        return scheme + parts.Groups["user"].Value + parts.Groups["host"].Value.ToLowerInvariant() + (isDefault ? "" : port)
            + (path.Length == 0 ? "/" : Escape(path, EscapedInPath)) + Escape(query, EscapedInQuery);
    }

    private static string WithLegacyQuery(string url)
    {
        var at = url.IndexOf('?', StringComparison.Ordinal);
        if (at < 0 || at == url.Length - 1)
            return url;
        // A name that comes twice keeps the place of its first.
        var pairs = Query(url).GroupBy(p => p.Key).SelectMany(g => g);
        return url[..(at + 1)] + string.Join('&', pairs.Select(p => $"{EscapeAll(p.Key)}={EscapeAll(p.Value)}"));
    }

    private static IEnumerable<KeyValuePair<string, string>> Query(string url)
    {
        var at = url.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? [] : TwilioForm.Read(url[(at + 1)..].Split('#')[0]);
    }

    private static string Escape(string text, string escaped)
    {
        var written = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
            written.Append(b is > 0x20 and < 0x7f && !escaped.Contains((char)b, StringComparison.Ordinal) ? ((char)b).ToString() : $"%{b:X2}");
        return written.ToString();
    }

    private static string EscapeAll(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
            written.Append(char.IsAsciiLetterOrDigit((char)b) || Unescaped.Contains((char)b, StringComparison.Ordinal) ? ((char)b).ToString() : $"%{b:X2}");
        return written.ToString();
    }

    [GeneratedRegex(@"^(?<scheme>[a-z][a-z0-9+.-]*://)(?<user>[^/?#]*@)?(?<host>\[[^\]/?#]*\]|[^/?#:@]*)(?<port>:[^/?#]*)?(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Parts();
}
