using System.Net;
using System.Text.RegularExpressions;

namespace EngagementBot.Scenarios.Browser;

/// <summary>A page of the console, as it came.</summary>
/// <param name="RenewsSignIn">It sets the cookie of the sign-in anew.</param>
internal sealed record ConsoleAnswer(HttpStatusCode Status, string? Location, string Html, bool RenewsSignIn)
{
    /// <summary>As it is read, without the tags; the text of a field is part of it.</summary>
    public string Text => WebUtility.HtmlDecode(Regex.Replace(Html, "<[^>]*>", ""));

    public int Count(string words) => Text.Split(words).Length - 1;
}

/// <summary>A case's page on an officer's screen: it knows what has happened until it was opened, and nothing after.</summary>
/// <param name="Seen">The last event on it.</param>
internal sealed record OpenCase(string Number, string Seen, ConsoleAnswer Page)
{
    public string Html => Page.Html;

    public static OpenCase Read(string number, ConsoleAnswer page) =>
        new(number, Regex.Match(page.Html, """name="seen" value="(\d+)""").Groups[1].Value, page);
}
