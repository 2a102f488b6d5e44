using System.Text.RegularExpressions;
using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Browser;

/// <summary>A complaint that a resident has filed, with the conversation in which it was filed.</summary>
internal sealed partial record FiledComplaint(string Number, string Receipt, DirectLineClient Resident) : IDisposable
{
    /// <param name="contact">What the resident answers when asked for it; a phone number or an address too.</param>
    public static async Task<FiledComplaint> FileAsync(ServiceProcess service, string words, string contact = "No contact") =>
        await SayAllAsync(service, ["Make a complaint", words, "yesterday", "on Oak Street", contact, "File it"]);

    /// <summary>Officers acting now: filed at once, with priority 1.</summary>
    public static async Task<FiledComplaint> FileUrgentAsync(ServiceProcess service, string words) => await SayAllAsync(service, [words]);

    public void Dispose() => Resident.Dispose();

    private static async Task<FiledComplaint> SayAllAsync(ServiceProcess service, string[] messages)
    {
        var resident = await DirectLineClient.StartAsync(service.Address);
        var said = "";
        foreach (var message in messages)
            said += string.Join('\n', (await resident.SayAsync(message)).Select(r => r.Text));
        ReceiptShown().IsMatch(said).ShouldBeTrue(said);
        var receipt = ReceiptShown().Match(said).Groups[1].Value;
        var state = string.Join('\n', (await resident.SayAsync($"my case {receipt}")).Select(r => r.Text));
        CaseNumber().IsMatch(state).ShouldBeTrue(state);
        return new FiledComplaint(CaseNumber().Match(state).Value, receipt, resident);
    }

    [GeneratedRegex(@"\*\*(\d{4} \d{4} \d{4} \d{4})\*\*")]
    private static partial Regex ReceiptShown();

    [GeneratedRegex(@"\b20\d\d-\d{6}\b")]
    private static partial Regex CaseNumber();
}
