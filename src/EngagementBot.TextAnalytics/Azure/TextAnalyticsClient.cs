using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>Calls Azure AI Language, <c>POST /language/:analyze-text</c>, with the names of Azure.AI.TextAnalytics. Each call is one request.
/// A list of results has null where the service has none for that document.</summary>
public sealed class TextAnalyticsClient
{
    public const int MostLanguageDocuments = 1000;
    public const int MostSentimentDocuments = 10;
    public const int MostPiiDocuments = 5;

    /// <summary>For tokens of Microsoft Entra.</summary>
    public const string Scope = "https://cognitiveservices.azure.com/.default";

    // Twelve languages are sent as they are, not as six characters for each letter.
    private static readonly AnalyzeTextJson Json = new(new JsonSerializerOptions(AnalyzeTextJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly HttpPipeline _pipeline;
    private readonly Uri _address;

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential key, TextAnalyticsClientOptions? options = null)
        : this(endpoint, new KeyPolicy(key), options ?? new())
    {
    }

    /// <param name="endpoint">https: a token over plain http is refused by Azure.Core.</param>
    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope), options ?? new())
    {
    }

    private TextAnalyticsClient(Uri endpoint, HttpPipelinePolicy authentication, TextAnalyticsClientOptions options)
    {
        _pipeline = HttpPipelineBuilder.Build(options, authentication);
        _address = new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/language/:analyze-text?api-version={Uri.EscapeDataString(options.ApiVersion)}");
    }

    /// <param name="documents">At most <see cref="MostLanguageDocuments"/>.</param>
    /// <exception cref="RequestFailedException">The service refused the request or was not reached.</exception>
    /// <exception cref="JsonException">The answer is none of this service.</exception>
    public async Task<IReadOnlyList<DetectedLanguage?>> DetectLanguageAsync(IReadOnlyList<TextDocumentInput> documents, CancellationToken cancellationToken)
    {
        var input = documents.Select((d, i) => new InputDocument(Id(i), d.Text, CountryHint: ""));
        var found = await SendAsync("LanguageDetection", input, new(), Json.Languages, cancellationToken);
        return InOrder(documents, found, (_, d) => WireReading.Language(d));
    }

    /// <summary>With opinion mining.</summary>
    /// <param name="documents">At most <see cref="MostSentimentDocuments"/>.</param>
    /// <exception cref="RequestFailedException">The service refused the request or was not reached.</exception>
    /// <exception cref="JsonException">The answer is none of this service.</exception>
    public async Task<IReadOnlyList<AnalyzedSentiment?>> AnalyzeSentimentAsync(IReadOnlyList<TextDocumentInput> documents, CancellationToken cancellationToken)
    {
        var parameters = new TaskParameters { OpinionMining = true, StringIndexType = "Utf16CodeUnit" };
        var found = await SendAsync("SentimentAnalysis", documents.Select(Input), parameters, Json.Sentiments, cancellationToken);
        return InOrder(documents, found, (_, d) => WireReading.Sentiment(d));
    }

    /// <summary>Numbers and addresses by which a person can be found (<see cref="PersonalEntities.Categories"/>): no names, places or times.</summary>
    /// <param name="documents">At most <see cref="MostPiiDocuments"/>.</param>
    /// <exception cref="RequestFailedException">The service refused the request or was not reached.</exception>
    /// <exception cref="JsonException">The answer is none of this service.</exception>
    public async Task<IReadOnlyList<PiiEntityCollection?>> RecognizePiiEntitiesAsync(IReadOnlyList<TextDocumentInput> documents, CancellationToken cancellationToken)
    {
        var parameters = new TaskParameters { StringIndexType = "Utf16CodeUnit", PiiCategories = PersonalEntities.Categories };
        var found = await SendAsync("PiiEntityRecognition", documents.Select(Input), parameters, Json.Pii, cancellationToken);
        return InOrder(documents, found, (document, d) => WireReading.Entities(document.Text, d));
    }

    private static InputDocument Input(TextDocumentInput document, int index) => new(Id(index), document.Text, document.Language);

    private static string Id(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Dictionary<string, T>> SendAsync<T>(
        string kind, IEnumerable<InputDocument> documents, TaskParameters parameters, JsonTypeInfo<AnalyzeTextResponse<T>> answer, CancellationToken cancellationToken)
        where T : class, IResultDocument
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_address);
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        var body = JsonSerializer.SerializeToUtf8Bytes(new AnalyzeTextRequest(kind, new AnalysisInput([.. documents]), parameters), Json.AnalyzeTextRequest);
        message.Request.Content = RequestContent.Create(body);
        await _pipeline.SendAsync(message, cancellationToken);
        if (message.Response.IsError)
            throw new RequestFailedException(message.Response);
        var read = JsonSerializer.Deserialize(message.Response.Content.ToMemory().Span, answer);
        if (read is not { Results.Documents: { } found } || read.Kind != $"{kind}Results")
            throw new JsonException($"The answer holds no {kind}Results.");
        return found.OfType<T>().Where(d => d.Id is not null).DistinctBy(d => d.Id).ToDictionary(d => d.Id!);
    }

    private static IReadOnlyList<TResult?> InOrder<T, TResult>(IReadOnlyList<TextDocumentInput> documents, Dictionary<string, T> found, Func<TextDocumentInput, T, TResult?> read)
        where T : class
        where TResult : class =>
        [.. documents.Select((document, index) => found.TryGetValue(Id(index), out var result) ? read(document, result) : null)];
}
