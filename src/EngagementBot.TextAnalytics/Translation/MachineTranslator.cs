using Azure;
using EngagementBot.TextAnalytics.Resilience;

namespace EngagementBot.TextAnalytics.Translation;

/// <summary>Azure AI Translator within limits. Where there is no translation, people go on without; a text that the service does not take
/// costs the others nothing.</summary>
public sealed class MachineTranslator(TextTranslationClient client, OutsideService service)
{
    /// <param name="texts">Of any number and length; each is sent whole.</param>
    /// <param name="from">A tag such as <c>ht</c>.</param>
    /// <param name="to">Likewise.</param>
    /// <returns>For each text its translation. What is blank, or longer than the service takes, is not sent.</returns>
    public async Task<IReadOnlyList<TextTranslation>> TranslateAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellationToken)
    {
        var translated = texts.Select(t => IsTaken(t) ? TextTranslation.None : TextTranslation.Refused).ToArray();
        var deadline = service.NewDeadline();
        foreach (var request in Requests(texts))
            await FillAsync(request);
        return translated;

        async Task FillAsync(IReadOnlyList<int> request)
        {
            var isRefused = false;
            var found = await service.AskAsync(SendAsync, deadline, cancellationToken);
            if (isRefused && request.Count > 1)
            {
                // One of them is what the service does not take: it is found by halves.
                await FillAsync([.. request.Take(request.Count / 2)]);
                await FillAsync([.. request.Skip(request.Count / 2)]);
                return;
            }
            for (var i = 0; i < request.Count && (found is not null || isRefused); i++)
                translated[request[i]] = found?[i] is { } text ? new TextTranslation(text) : TextTranslation.Refused;

            async Task<IReadOnlyList<string?>> SendAsync(CancellationToken token)
            {
                try
                {
                    return await client.TranslateAsync([.. request.Select(i => texts[i])], TranslatorCodes.Of(from), TranslatorCodes.Of(to), token);
                }
                catch (RequestFailedException refused) when (Refusals.IsOfTexts(refused))
                {
                    isRefused = true;
                    throw;
                }
            }
        }
    }

    private static bool IsTaken(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= TextTranslationClient.MostCharacters;

    // Indexes of the texts that go together.
    private static IEnumerable<IReadOnlyList<int>> Requests(IReadOnlyList<string> texts)
    {
        var (request, letters) = (new List<int>(), 0);
        for (var i = 0; i < texts.Count; i++)
        {
            if (!IsTaken(texts[i]))
                continue;
            if (request.Count == TextTranslationClient.MostTexts || letters + texts[i].Length > TextTranslationClient.MostCharacters)
            {
                yield return request;
                (request, letters) = ([], 0);
            }
            request.Add(i);
            letters += texts[i].Length;
        }
        if (request.Count > 0)
            yield return request;
    }
}

/// <param name="Text">Null where there is none.</param>
/// <param name="IsRefused">The service is well and has none for this text: asking again is no use.</param>
public sealed record TextTranslation(string? Text, bool IsRefused = false)
{
    /// <summary>Not translated yet.</summary>
    public static TextTranslation None { get; } = new(null, IsRefused: false);

    public static TextTranslation Refused { get; } = new(null, IsRefused: true);
}
