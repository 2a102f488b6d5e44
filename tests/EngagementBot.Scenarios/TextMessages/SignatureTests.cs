using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EngagementBot.Channels.Twilio;
using EngagementBot.Scenarios.Clients;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>Twilio's own library, as npm has it, is the referee: the same signature and the same judgement on every edge.</summary>
public sealed class SignatureTests(ITestOutputHelper output)
{
    private const string Token = "12345678901234567890123456789012";
    private const string Other = "abcdefabcdefabcdefabcdefabcdefab";
    private const string Url = "https://chat.county.gov/api/sms/twilio";
    private const string Json = """{"MessageSid":"SM1","Body":"¿qué es?"}""";

    private static readonly (string, string)[] Form = [("From", "+15550100001"), ("Body", "¿qué es el 287(g)? 👮"), ("MessageSid", "SM1"), ("To", "+15550142000")];

    private static readonly IReadOnlyList<Edge> Edges =
    [
        new("a form", true, Url, Url, Form),
        new("standard port signed, not received", true, "https://chat.county.gov:443/api/sms/twilio", Url, Form),
        new("port received, not signed", true, Url, "https://chat.county.gov:8443/api/sms/twilio", Form),
        new("port signed and received", true, "https://chat.county.gov:8443/a", "https://chat.county.gov:8443/a", Form),
        new("another port signed", false, "https://chat.county.gov:9443/a", "https://chat.county.gov:8443/a", Form),
        new("another port signed, none received", false, "https://chat.county.gov:8443/a", "https://chat.county.gov/a", Form),
        new("plain http, port 80 signed", true, "http://chat.county.gov:80/a", "http://chat.county.gov/a", Form),
        new("IPv6 with a port", true, "https://[2001:db8::1]/a", "https://[2001:db8::1]:8443/a", Form),
        new("user and password in the address", true, "https://user:pass@chat.county.gov/a", "https://user:pass@chat.county.gov:443/a", Form),
        new("no path", true, "https://chat.county.gov/", "https://chat.county.gov", Form),
        new("host in capitals", true, "https://chat.county.gov/a", "https://CHAT.county.gov/a", Form),
        new("path in capitals", false, "https://chat.county.gov/a", "https://chat.county.gov/A", Form),
        new("query", true, Url + "/status?text=0f3a", Url + "/status?text=0f3a", Form),
        new("another query", false, Url + "/status?text=0f3a", Url + "/status?text=0f3b", Form),
        new("single quote in the query, as it is", true, Url + "?a='b'&c=d", Url + "?a='b'&c=d", Form),
        new("single quote in the query, signed escaped", true, Url + "?a=%27b%27", Url + "?a='b'", Form),
        new("escaped in the query, signed as it is", true, Url + "?a='b'", Url + "?a=%27b%27", Form),
        new("spaces as plus in the query", true, Url + "?a=b+c", Url + "?a=b+c", Form),
        new("spaces as plus, signed as %20", true, Url + "?a=b%20c", Url + "?a=b+c", Form),
        new("small hexadecimal digits", true, Url + "?a=%c3%a9", Url + "?a=%c3%a9", Form),
        new("bare name in the query, signed with =", true, Url + "?a=", Url + "?a", Form),
        new("repeated names in the query", true, Url + "?a=1&b=2&a=3", Url + "?a=1&b=2&a=3", Form),
        new("braces in the path", true, "https://chat.county.gov/a%7Bb%7D", "https://chat.county.gov/a{b}", Form),
        new("repeated name", true, Url, Url, [("A", "2"), ("A", "1"), ("A", "2"), ("B", "x")]),
        new("empty value", true, Url, Url, [("A", ""), ("B", ""), ("C", "x")]),
        new("spaces at the end", true, Url, Url, [("Body", " hello  "), ("From", "+1555")]),
        new("names in both cases", true, Url, Url, [("b", "1"), ("B", "2"), ("a", "3"), ("_", "4")]),
        new("unknown name", true, Url, Url, [.. Form, ("SomethingNew2027", "yes")]),
        new("no parameter at all", true, Url, Url, []),
        new("a parameter changed", false, Url, Url, Form, ReceivedForm: [.. Form[1..], ("From", "+15550100002")]),
        new("a parameter left out", false, Url, Url, Form, ReceivedForm: Form[1..]),
        new("a parameter added", false, Url, Url, Form, ReceivedForm: [.. Form, ("X", "")]),
        new("another token", false, Url, Url, Form, SigningToken: Other),
        new("the second of two tokens", true, Url, Url, Form, SigningToken: Other, Tokens: [Token, Other]),
        new("no signature", false, Url, Url, Form, Signature: ""),
        new("half a signature", false, Url, Url, Form, Signature: "0/KCTR6DLpKmkAf8muzZqo1nDg"),
        new("JSON", true, Url + "?bodySHA256=" + Hash(Json), Url + "?bodySHA256=" + Hash(Json), [], Json),
        new("JSON, port signed", true, "https://chat.county.gov:443/a?bodySHA256=" + Hash(Json), "https://chat.county.gov/a?bodySHA256=" + Hash(Json), [], Json),
        new("JSON, body changed", false, Url + "?bodySHA256=" + Hash(Json), Url + "?bodySHA256=" + Hash(Json), [], Json + " "),
        new("JSON, hash in capitals", false, Url + "?bodySHA256=" + Hash(Json).ToUpperInvariant(), Url + "?bodySHA256=" + Hash(Json).ToUpperInvariant(), [], Json),
        new("JSON, hash not signed", false, Url, Url + "?bodySHA256=" + Hash(Json), [], Json),
        new("empty body with its hash", true, Url + "?bodySHA256=" + Hash(""), Url + "?bodySHA256=" + Hash(""), [], ""),
    ];

    [Fact]
    public async Task SignaturesAndJudgementsAreThoseOfTwiliosLibrary()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(Edges.Select(e => e.ToCase())), TestContext.Current.CancellationToken);
            var answers = (await NodeScript.RunAsync(TimeSpan.FromSeconds(60), "twilio-signatures.js", file)).EnumerateArray().ToList();
            output.WriteLine($"{"edge",-48} {"wanted",-8} {"npm",-8} ours");
            foreach (var (edge, answer) in Edges.Zip(answers))
            {
                var npm = answer.GetProperty("valid").GetBoolean();
                var signature = answer.GetProperty("signature").GetString()!;
                var ours = edge.IsValid(edge.Signature ?? signature);
                output.WriteLine($"{edge.Name,-48} {edge.Wanted,-8} {npm,-8} {ours}");
                edge.Sign().ShouldBe(signature, edge.Name);
                npm.ShouldBe(edge.Wanted, edge.Name);
                ours.ShouldBe(npm, edge.Name);
            }
            output.WriteLine($"Figures: Twilio signatures: {Edges.Count} edges, as npm's twilio judges them: {Edges.Count}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Hash(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private sealed record Edge(
        string Name, bool Wanted, string Signed, string Received, (string Name, string Value)[] SignedForm, string? Body = null, (string Name, string Value)[]? ReceivedForm = null,
        string SigningToken = Token, string[]? Tokens = null, string? Signature = null)
    {
        private string[] Known => Tokens ?? [Token];

        public string Sign() => TwilioSignature.Of(SigningToken, Signed, Body is null ? Pairs(SignedForm) : []);

        public bool IsValid(string signature) => Body is null
            ? TwilioSignature.IsValid(Known, signature, Received, Pairs(ReceivedForm ?? SignedForm))
            : TwilioSignature.IsValidBody(Known, signature, Received, Encoding.UTF8.GetBytes(Body));

        public object ToCase() => new
        {
            signed = Signed, received = Received, form = Object(SignedForm), receivedForm = Object(ReceivedForm ?? SignedForm), body = Body, signingToken = SigningToken, tokens = Known,
            signature = Signature,
        };

        private static List<KeyValuePair<string, string>> Pairs((string Name, string Value)[] form) => [.. form.Select(f => KeyValuePair.Create(f.Name, f.Value))];

        // As a web framework of JavaScript hands it on: a name that comes twice is a list.
        private static Dictionary<string, object> Object((string Name, string Value)[] form) =>
            form.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.Count() == 1 ? (object)g.First().Value : g.Select(f => f.Value).ToArray());
    }
}
