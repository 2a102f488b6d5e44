using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.TextAnalytics.Translation;

/// <summary>Calls Azure AI Translator 3.0, with the names of Azure.AI.Translation.Text. Each call is one request.
/// <para>Reference: https://learn.microsoft.com/azure/ai-services/translator/text-translation/reference/v3/translate; endpoints and headers: .../reference/v3/reference
/// and .../reference/authentication; limits: https://learn.microsoft.com/azure/ai-services/translator/service-limits.</para></summary>
public sealed class TextTranslationClient
{
    /// <summary>Texts in one request.</summary>
    public const int MostTexts = 1000;

    /// <summary>Characters in one request, all its texts together.</summary>
    public const int MostCharacters = 50_000;

    private const string PathOfResource = "/translator/text/v3.0/translate";
    private const string PathOfService = "/translate";

    // Twelve languages are sent as they are, not as six characters for each letter.
    private static readonly TranslatorJson Json = new(new JsonSerializerOptions(TranslatorJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly HttpPipeline _pipeline;
    private readonly Uri _address;
    private readonly string? _region;

    /// <param name="endpoint">The global or a geographical one (<c>https://api.cognitive.microsofttranslator.com</c>), or the resource's own
    /// (<c>https://NAME.cognitiveservices.azure.com</c>), which has another path.</param>
    public TextTranslationClient(Uri endpoint, AzureKeyCredential key, TextTranslationClientOptions? options = null)
    {
        options ??= new();
        _pipeline = HttpPipelineBuilder.Build(options, new KeyPolicy(key));
        _region = options.Region;
        _address = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + (IsOfService(endpoint) ? PathOfService : PathOfResource));
    }

    /// <param name="texts">At most <see cref="MostTexts"/>, together at most <see cref="MostCharacters"/>; none of them empty.</param>
    /// <param name="from">A code of the service (<see cref="TranslatorCodes"/>).</param>
    /// <param name="to">Likewise.</param>
    /// <returns>One translation for each text, in the same order; null where the service has none for it.</returns>
    /// <exception cref="RequestFailedException">The service refused the request or was not reached.</exception>
    /// <exception cref="JsonException">The answer is none of this service.</exception>
    public async Task<IReadOnlyList<string?>> TranslateAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_address);
        message.Request.Uri.AppendQuery("api-version", "3.0");
        message.Request.Uri.AppendQuery("from", from);
        message.Request.Uri.AppendQuery("to", to);
        message.Request.Headers.Add("Content-Type", "application/json; charset=UTF-8");
        if (_region is not null)
            message.Request.Headers.Add("Ocp-Apim-Subscription-Region", _region);
        IReadOnlyList<InputTextItem> items = [.. texts.Select(t => new InputTextItem(t))];
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(items, Json.IReadOnlyListInputTextItem));
        await _pipeline.SendAsync(message, cancellationToken);
        if (message.Response.IsError)
            throw new RequestFailedException(message.Response);
        var read = JsonSerializer.Deserialize(message.Response.Content.ToMemory().Span, Json.Translated);
        var found = read?.Select(i => Text(i, to)).ToList() ?? [];
        return found.Count == texts.Count && found.Exists(t => t is not null)
            ? found.ConvertAll(t => string.IsNullOrWhiteSpace(t) ? null : t)
            : throw new JsonException("The answer does not hold one translation for each text.");
    }

    private static bool IsOfService(Uri endpoint) => endpoint.Host.EndsWith(".microsofttranslator.com", StringComparison.OrdinalIgnoreCase);

    // Blank where the service has nothing to say of the text; null where the answer makes no sense.
    private static string? Text(TranslatedTextItem? item, string to) =>
        item?.Translations is [{ Text: { } text, To: { } code }] && code.Equals(to, StringComparison.OrdinalIgnoreCase) ? text : null;
}
