using EngagementBot.TextAnalytics.Resilience;

namespace EngagementBot.TextAnalytics.Translation;

/// <summary>Azure AI Translator within limits. Where there is no translation, people go on without.</summary>
public sealed class MachineTranslator(TextTranslationClient client, OutsideService service)
{
    /// <param name="texts">Of any number and length; each is sent whole.</param>
    /// <param name="from">A tag such as <c>ht</c>.</param>
    /// <param name="to">Likewise.</param>
    /// <returns>For each text its translation; null where there is none. What is blank, or longer than the service takes, is not sent.</returns>
    public async Task<IReadOnlyList<string?>> TranslateAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellationToken)
    {
        var translated = new string?[texts.Count];
        var deadline = service.NewDeadline();
        foreach (var request in Requests(texts))
        {
            var found = await service.AskAsync(
                token => client.TranslateAsync([.. request.Select(i => texts[i])], TranslatorCodes.Of(from), TranslatorCodes.Of(to), token), deadline, cancellationToken);
            for (var i = 0; i < request.Count && found is not null; i++)
                translated[request[i]] = found[i];
        }
        return translated;
    }

    // Indexes of the texts that go together.
    private static IEnumerable<IReadOnlyList<int>> Requests(IReadOnlyList<string> texts)
    {
        var (request, letters) = (new List<int>(), 0);
        for (var i = 0; i < texts.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(texts[i]) || texts[i].Length > TextTranslationClient.MostCharacters)
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
