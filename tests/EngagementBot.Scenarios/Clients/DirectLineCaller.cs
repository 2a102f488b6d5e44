using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace EngagementBot.Scenarios.Clients;

/// <summary>Calls the doors of Direct Line one by one, with whatever credential.</summary>
internal sealed class DirectLineCaller(Uri service) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = service };

    public Task<Answer> PostAsync(string door, string? bearer, object? body = null) => SendAsync(HttpMethod.Post, door, bearer, body);

    public Task<Answer> GetAsync(string door, string? bearer) => SendAsync(HttpMethod.Get, door, bearer, null);

    public Task<Answer> SayAsync(string conversationId, string bearer, string text, string from = "somebody") =>
        PostAsync($"v3/directline/conversations/{conversationId}/activities", bearer, new { type = "message", text, from = new { id = from } });

    /// <summary>A conversation of the page's: token, started.</summary>
    public async Task<(string Id, string Token)> StartAsync()
    {
        var token = (await PostAsync("api/directline/token", null)).Body.GetProperty("token").GetString()!;
        var started = await PostAsync("v3/directline/conversations", token, new { locale = "en" });
        started.Status.ShouldBe(HttpStatusCode.Created);
        return (started.Text("conversationId"), started.Text("token"));
    }

    public async Task<Answer> SendAsync(HttpMethod method, string door, string? bearer, object? body)
    {
        using var request = new HttpRequestMessage(method, door);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new Answer(answer.StatusCode, text.StartsWith('{') ? JsonElement.Parse(text) : default, answer.Headers.RetryAfter?.Delta);
    }

    public void Dispose() => _http.Dispose();
}

internal sealed record Answer(HttpStatusCode Status, JsonElement Body, TimeSpan? RetryAfter)
{
    public string Text(string property) => Body.GetProperty(property).GetString()!;

    public void ShouldBeError(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status);
        Body.GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
        Body.GetProperty("error").GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }
}
