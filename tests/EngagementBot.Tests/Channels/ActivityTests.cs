using System.Text.Json;
using EngagementBot.Channels.BotFramework;

namespace EngagementBot.Tests.Channels;

public sealed class ActivityTests
{
    [Fact]
    public void WhatIsNotNamedSurvivesARoundTrip()
    {
        const string json = """{"type":"message","id":"1","from":{"id":"u","aadObjectId":"x"},"conversation":{"id":"c","tenantId":"t"},"text":"hi","channelData":{"clientActivityID":"k"},"entities":[{"type":"mention"}]}""";
        var activity = JsonSerializer.Deserialize(json, ActivityJson.Wire.Activity)!;
        activity.From!.Id.ShouldBe("u");
        activity.ChannelData!.Value.GetProperty("clientActivityID").GetString().ShouldBe("k");
        var written = JsonSerializer.Serialize(activity, ActivityJson.Wire.Activity);
        JsonElement.DeepEquals(JsonDocument.Parse(written).RootElement, JsonDocument.Parse(json).RootElement).ShouldBeTrue(written);
    }

    [Fact]
    public void ATapSaysWhatStandsOnTheButton()
    {
        var action = CardAction.ImBack("Queja ¿sí?");
        JsonSerializer.Serialize(new Activity { SuggestedActions = new SuggestedActions { Actions = [action] } }, ActivityJson.Wire.Activity)
            .ShouldContain("\"type\":\"imBack\"");
        action.Value!.Value.GetString().ShouldBe(action.Title);
    }
}
