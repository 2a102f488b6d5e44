using System.Text;
using System.Text.Json;
using EngagementBot.Content;
using EngagementBot.Conversations.TextMessages;
using EngagementBot.Scenarios.Browser;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>The console counts segments in the officer's browser; the service counts when it sends. Both must say the same.</summary>
public sealed class SegmentCountTests(RunningServices services, Chromium chromium)
{
    private const string Letters = "aeiouAZ019 .,\n\n@£éèùñ¿¡^{}[]~|\\€áíóúçãõ’‘“”–—…•\u00A0*()àяшкمرح你好한국हिन्दीệị👮🏽\u200d👩";

    private static readonly string[] Texts =
    [
        "", " ", "a", "Gracias. Leemos su queja.", "¿Qué pasó? ñ Ü à", "It’s “quoted” – and … more", "It’s “quoted” – and ó", "**bold** and [a page](https://example.org/a)",
        "one\n\n\n two \r\n\r\nthree", "mañana [1] {2} €", new('a', 160), new('a', 161), new('a', 306), new('a', 307), new('é', 160), new('ó', 70), new('ó', 71), new('ó', 134), new('ó', 135),
        new('€', 80), new('€', 81), new string('a', 152) + "€" + new string('a', 152), new string('я', 66) + "👮" + new string('я', 66), new('x', 700), new('x', 701), new('x', 1000),
        new('я', 335), new('я', 336), "شكرًا على رسالتك. قرأنا شكواك.", "Cảm ơn quý vị đã viết cho chúng tôi.", "警长办公室", "शेरिफ़ का दफ़्तर", "셰리프국", "Àç ç Ç à", "a\fb", "👮", "e\u0301",
    ];

    [Fact]
    public async Task BrowserAndServiceCountTheSame()
    {
        var service = await services.OfAsync();
        var page = await (await chromium.NewContextAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(service.Address, "/console/sign-in").AbsoluteUri);
        string[] texts = [.. Texts, .. Made(400)];
        var counted = await page.EvaluateAsync<JsonElement>(
            """
            async texts => {
              const { segmentsOf, onPhone, isOneText } = await import('/assets/console/segments.js');
              return texts.map(text => {
                const shown = onPhone(text);
                const raw = segmentsOf(text);
                const cost = segmentsOf(shown);
                return [raw.segments, raw.characters, raw.culprit, shown, cost.segments, cost.culprit, isOneText(shown, cost)].map(String).join('|');
              });
            }
            """,
            texts);
        counted.EnumerateArray().Select(c => c.GetString()).ShouldBe(texts.Select(Expected));
        await page.Context.CloseAsync();
    }

    private static string Expected(string text)
    {
        var (raw, shown) = (SmsSegments.Of(text), PhoneText.Of(text));
        var cost = SmsSegments.Of(shown);
        return string.Join('|', raw.Segments, raw.Characters, raw.Culprit ?? "null", shown, cost.Segments, cost.Culprit ?? "null", PhoneText.Fits(shown) ? "true" : "false");
    }

    // The same on each run.
    private static IEnumerable<string> Made(int count)
    {
        var signs = Letters.EnumerateRunes().ToArray();
        var random = new Random(287);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            // A third of them keeps to GSM-7.
            var alphabet = i % 3 == 0 ? 32 : signs.Length;
            for (var length = random.Next(1, 500); length > 0; length--)
                text.Append(signs[random.Next(alphabet)]);
            yield return text.ToString();
        }
    }
}
