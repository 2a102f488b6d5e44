using System.Net;
using System.Text.RegularExpressions;
using EngagementBot.Scenarios.DirectLine;

namespace EngagementBot.Scenarios.Durability;

/// <summary>Files one complaint after the other, step by step, and sends each message again, as the same one, until it is answered.</summary>
internal sealed partial class PatientResident(DirectLineClient client, int service, int number, TimeSpan reading)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    // What the question begins with, and what this resident says to it.
    private static readonly (string Question, string Answer)[] Answers =
    [
        ("When did it happen?", "yesterday"),
        ("Where did it happen?", "1200 Oak Street"),
        ("May an officer contact you?", "No contact"),
        ("Please read it through.", "File it"),
    ];

    private int _underWay;
    private int _brokenOff;
    private int _answered;

    public List<MarkedComplaint> Complaints { get; } = [];

    public bool IsWaiting => Volatile.Read(ref _underWay) != 0;

    public int Answered => Volatile.Read(ref _answered);

    /// <summary>How often the connection broke in the middle of a message, or was refused.</summary>
    public int BrokenOff => Volatile.Read(ref _brokenOff);

    /// <param name="reading">How long the resident reads each reply, on average.</param>
    public static async Task<PatientResident> ArriveAsync(Uri address, int service, int number, TimeSpan reading = default) =>
        new(await DirectLineClient.StartAsync(address), service, number, reading);

    /// <summary>Until told to stop; a complaint that is begun is always brought to its end.</summary>
    public async Task ComplainAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var complaint = MarkedComplaint.Of(service, number, Complaints.Count);
            Complaints.Add(complaint);
            await FileAsync(complaint);
        }
        client.Dispose();
    }

    private async Task FileAsync(MarkedComplaint complaint)
    {
        var reply = await SayAsync("Make a complaint");
        reply.ShouldContain("What happened?");
        reply = await SayAsync(complaint.Text);
        while (ReceiptShown().Match(reply) is not { Success: true })
            reply = await SayAsync(AnswerTo(reply));
        complaint.Receipt = ReceiptShown().Match(reply).Value;
    }

    // A dialog that was lost asks nothing that this resident knows.
    private static string AnswerTo(string reply) =>
        Answers.FirstOrDefault(a => reply.StartsWith(a.Question, StringComparison.Ordinal)).Answer ?? throw new InvalidOperationException($"The dialog was lost: {reply}");

    private async Task<string> SayAsync(string text)
    {
        var key = $"{Guid.NewGuid():N}";
        using var limit = new CancellationTokenSource(LongestSilence);
        while (true)
        {
            if (await TrySayAsync(text, key) is { } reply)
            {
                Interlocked.Increment(ref _answered);
                await Task.Delay(2 * Random.Shared.NextDouble() * reading, limit.Token);
                return reply;
            }
            Interlocked.Increment(ref _brokenOff);
            await Task.Delay(Random.Shared.Next(150, 300), limit.Token);
        }
    }

    /// <returns>Null if the service went away meanwhile, or was not there.</returns>
    private async Task<string?> TrySayAsync(string text, string key)
    {
        Interlocked.Exchange(ref _underWay, 1);
        try
        {
            return string.Join('\n', await client.SayAgainAsync(text, key));
        }
        catch (Exception broken) when (broken is HttpRequestException { StatusCode: null or >= HttpStatusCode.InternalServerError } or IOException)
        {
            return null;
        }
        finally
        {
            Interlocked.Exchange(ref _underWay, 0);
        }
    }

    [GeneratedRegex(@"\b\d{4} \d{4} \d{4} \d{4}\b")]
    private static partial Regex ReceiptShown();
}
