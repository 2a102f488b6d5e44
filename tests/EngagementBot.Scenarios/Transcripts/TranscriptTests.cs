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
        var service = await services.OfAsync(transcript.Agency);
        using var conversation = new Conversing(service.Address, transcript);
        await conversation.PlayAsync();
        output.WriteLine(conversation.Said);
        conversation.Wrong.ShouldBeEmpty(conversation.Said);
    }
}
