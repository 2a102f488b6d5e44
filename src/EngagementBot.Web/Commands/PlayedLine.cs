using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using EngagementBot.Web.TextMessages.TryOut;

namespace EngagementBot.Web.Commands;

/// <summary>The line between a played phone and the service.</summary>
internal sealed class PlayedLine(Uri service, string number) : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    // A proxy has no business between two programs of one machine.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = service, Timeout = LongestAnswer };
    private long _heard;

    public string Number => number;

    /// <summary>Texts of an earlier play are not shown again.</summary>
    /// <exception cref="LineDeadException">Nobody answers, or the service has no phone to try.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(http => http.GetAsync(Address("newest"), cancellationToken), cancellationToken);
        _heard = (await answer.Content.ReadFromJsonAsync(TryOutJson.Default.NewestText, cancellationToken))!.Sequence;
    }

    public async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        var said = new SaidText($"SM{Guid.NewGuid():N}", number, text);
        using var answer = await AskAsync(http => http.PostAsJsonAsync(Address("texts"), said, TryOutJson.Default.SaidText, cancellationToken), cancellationToken);
    }

    /// <summary>What has come since the last time.</summary>
    public async Task<IReadOnlyList<string>> HearAsync(CancellationToken cancellationToken)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"texts?number={Uri.EscapeDataString(number)}&after={_heard}");
        using var answer = await AskAsync(http => http.GetAsync(Address(query), cancellationToken), cancellationToken);
        var texts = (await answer.Content.ReadFromJsonAsync(TryOutJson.Default.HeardTextArray, cancellationToken))!;
        _heard = texts.Length > 0 ? texts[^1].Sequence : _heard;
        return [.. texts.Select(t => t.Text)];
    }

    public void Dispose() => _http.Dispose();

    private static Uri Address(string rest) => new($"{TryOutDoors.Path[1..]}/{rest}", UriKind.Relative);

    private async Task<HttpResponseMessage> AskAsync(Func<HttpClient, Task<HttpResponseMessage>> ask, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ask(_http);
            if (answer.IsSuccessStatusCode)
                return answer;
            using (answer)
            {
                throw new LineDeadException(answer.StatusCode == HttpStatusCode.NotFound
                    ? $"The service at {service} has no phone to try: it is not in Development, or Twilio is configured. Start one with: dotnet run --project src/EngagementBot.Web"
                    : $"The service at {service} refuses the text ({(int)answer.StatusCode}).");
            }
        }
        catch (Exception away) when (away is HttpRequestException || away is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new LineDeadException($"No service answers at {service} Start one with: dotnet run --project src/EngagementBot.Web, or name another with --url.");
        }
    }
}

/// <summary>Says what is wrong and what to do.</summary>
internal sealed class LineDeadException(string message) : Exception(message);
