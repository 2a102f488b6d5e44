using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Privacy;

/// <summary>What may not be kept is in no log, also not in one for finding faults, and in no byte of the data folder.</summary>
public sealed class TraceTests
{
    private const string ANumber = "A987654321";
    private const string SocialSecurity = "536-22-8726";
    private const string Phone = "312 555 0187";
    private const string Email = "rosa.quintanilla@example.org";
    private const string Name = "Quintanillabrook";

    private static readonly Dictionary<string, string> LogsAll = new()
    {
        ["Logging__LogLevel__Default"] = "Debug",
        ["Logging__LogLevel__Microsoft"] = "Debug",
        ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Debug",
    };

    [Fact]
    public async Task PersonalNumbersContactDetailsAndReceiptsLeaveNoTrace()
    {
        await using var service = await ServiceProcess.StartAsync(LogsAll);
        var receipts = new List<string>
        {
            await FileAsync(service, Phone, $"My A-number is {ANumber} and my social security number is {SocialSecurity}. A deputy took my brother {Name}'s wallet."),
            await FileAsync(service, Email, $"A deputy laughed at {Name}. Call {Phone} or write to {Email}, my social is {SocialSecurity.Replace("-", "", StringComparison.Ordinal)}."),
        };
        using (var returning = await DirectLineClient.StartAsync(service.Address))
        {
            foreach (var receipt in receipts)
                (await returning.SayAsync($"my case {receipt}")).ShouldContain(r => r.Text.Contains("Your case", StringComparison.Ordinal));
        }
        string[] numbers = [ANumber[1..], SocialSecurity, SocialSecurity.Replace("-", "", StringComparison.Ordinal), "555 0187", "rosa.quintanilla", .. receipts, .. receipts.Select(r => r.Replace(" ", "", StringComparison.Ordinal))];
        foreach (var number in numbers)
        {
            service.Output.ShouldNotContain(number);
            Traces.In(service.DataDirectory, number).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task LogHoldsNoWordOfAResident()
    {
        await using var service = await ServiceProcess.StartAsync(LogsAll);
        await FileAsync(service, Phone, $"A deputy named {Name} shoved me against a fence.");
        using (var resident = await DirectLineClient.StartAsync(service.Address))
        {
            await resident.SayAsync($"is {Name} allowed to ask for my papers?");
            await resident.TryPostAsync($"\u0000{Name}", "odd");
        }
        service.Output.Length.ShouldBeGreaterThan(1000);
        service.Output.ShouldNotContain(Name);
        service.Output.ShouldNotContain("fence");
        service.Output.ShouldNotContain("papers");
        Traces.In(service.DataDirectory, Name).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task WordsOfADialogThatWasLeftAreGone()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address);
        foreach (var words in new[] { "Make a complaint", $"A deputy named {Name} shoved me.", "yesterday", $"at {Name} Park" })
            await resident.SayAsync(words);
        await resident.SayAsync("Leave without filing");
        (await resident.SayAsync("Leave and delete it"))[0].Text.ShouldContain("is deleted");
        (await resident.LogAsync()).ShouldAllBe(a => !a.ToString().Contains(Name, StringComparison.Ordinal));
        Traces.In(service.DataDirectory, Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task WordsOfAnOpinionThatWasOnlyCountedAreGone()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address);
        foreach (var words in new[] { "Share a concern", $"I do not trust sheriff {Name} with this agreement" })
            await resident.SayAsync(words);
        (await resident.SayAsync("Only count it"))[0].Text.ShouldStartWith("Counted.");
        Traces.In(service.DataDirectory, Name).ShouldBeEmpty();
    }

    // An address, a browser, a referring page: nothing that comes along with a request is kept.
    [Fact]
    public async Task NothingOfTheNetworkIsKept()
    {
        await using var service = await ServiceProcess.StartAsync(LogsAll);
        await FileAsync(service, "No contact", "A deputy shoved me against a fence.");
        Traces.In(service.DataDirectory, "127.0.0.1").ShouldBeEmpty();
    }

    private static async Task<string> FileAsync(ServiceProcess service, string contact, string complaint)
    {
        using var resident = await DirectLineClient.StartAsync(service.Address);
        var said = new List<string>();
        foreach (var words in new[] { "Make a complaint", complaint, "yesterday", "on Oak Street", contact, "File it" })
            said.AddRange((await resident.SayAsync(words)).Select(r => r.Text));
        var receipt = said.Select(t => System.Text.RegularExpressions.Regex.Match(t, @"\*\*(\d{4} \d{4} \d{4} \d{4})")).LastOrDefault(m => m.Success);
        receipt.ShouldNotBeNull(string.Join("\n\n", said));
        return receipt.Groups[1].Value;
    }
}
