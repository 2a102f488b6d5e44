using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Transcripts;

public sealed class TranscriptTests(RunningServices services, ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Transcript.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ConversationGoesAsWritten(string name)
    {
        var transcript = Transcript.Read(name);
        var service = await (transcript.IsByText ? services.TextingAsync() : services.OfAsync(transcript.Agency));
        using var conversation = new Conversing(
            async () => transcript.IsByText ? new TextingResident(service, services.Twilio) : await DirectLineClient.StartAsync(service.Address, transcript.Language), transcript);
        await conversation.PlayAsync();
        output.WriteLine(conversation.Said);
        conversation.Wrong.ShouldBeEmpty(conversation.Said);
    }
}
