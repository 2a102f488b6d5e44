using System.Globalization;
using System.Text.Json;
using EngagementBot.Channels.BotFramework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EngagementBot.Benchmarks;

/// <summary>What the service is measured against: parses the same activity with the same source-generated JSON, and returns fixed bytes.</summary>
internal static class BareEndpoint
{
    /// <param name="args">The size of the answer in bytes, then arguments of the host.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var answer = Answer(int.Parse(args[0], CultureInfo.InvariantCulture));
        var builder = WebApplication.CreateSlimBuilder(args[1..]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = await JsonSerializer.DeserializeAsync(request.BodyReader, ActivityJson.Wire.Activity, request.HttpContext.RequestAborted);
            return activity?.Conversation?.Id is null ? Results.BadRequest() : Results.Bytes(answer, "application/json; charset=utf-8");
        });
        await app.RunAsync();
        return 0;
    }

    private static byte[] Answer(int size)
    {
        var empty = Write("");
        return Write(new string('a', Math.Max(0, size - empty.Length)));
    }

    private static byte[] Write(string text) => JsonSerializer.SerializeToUtf8Bytes(
        new ExpectedReplies([new Activity { Type = ActivityTypes.Message, Text = text }]), ActivityJson.Wire.ExpectedReplies);
}
