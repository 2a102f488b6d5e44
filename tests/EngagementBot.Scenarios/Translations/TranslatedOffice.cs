using System.Text.RegularExpressions;
using Dapper;
using EngagementBot.Scenarios.Browser;
using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;
using EngagementBot.Tests.TextAnalytics.Translation;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Scenarios.Translations;

/// <summary>The real service with Azure AI Translator on loopback, an office that reads English and Spanish, and residents who write Vietnamese.</summary>
public sealed partial class TranslatedOffice : IAsyncLifetime
{
    internal const string Story = "Hôm qua một nhân viên cảnh sát đẩy con trai tôi xuống đất ở trạm xe buýt, số của tôi là A123456789";
    internal const string Covered = "Hôm qua một nhân viên cảnh sát đẩy con trai tôi xuống đất ở trạm xe buýt, số của tôi là •••••••••";
    internal const string Place = "trước nhà thờ đường Oak";

    internal TranslatorServer Translator { get; private set; } = null!;

    internal ServiceProcess Service { get; private set; } = null!;

    internal OfficerClient Ana { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Translator = await TranslatorServer.StartAsync();
        Service = await ServiceProcess.StartAsync(new Dictionary<string, string>
        {
            ["Translation__Endpoint"] = Translator.Endpoint.OriginalString,
            ["Translation__Key"] = TranslatorServer.Key,
            ["Agency__Office__Languages__0"] = "es",
        });
        (await Service.CommandAsync(["officer", "add", LiaisonOffice.Ana, "--password-stdin"], LiaisonOffice.Password + "\n")).ExitCode.ShouldBe(0);
        Ana = new OfficerClient(Service.Address);
        (await Ana.SignInAsync(LiaisonOffice.Ana, LiaisonOffice.Password)).Location.ShouldBe("/console");
    }

    /// <summary>A complaint in Vietnamese, with a number in it that nobody may see.</summary>
    internal Task<FiledComplaint> FileAsync() =>
        FileAsync("vi", Say("action.complaint"), Story, Place, Say("complaint.contact.none"), Say("dialog.file"));

    internal async Task<FiledComplaint> FileAsync(string language, params string[] messages)
    {
        var resident = await DirectLineClient.StartAsync(Service.Address, language);
        var said = new List<string>();
        foreach (var message in messages)
            said.AddRange((await resident.SayAsync(message)).Select(r => r.Text));
        var receipt = Receipt().Match(string.Join('\n', said)).Value;
        receipt.ShouldNotBeEmpty(string.Join('\n', said));
        var state = (await resident.SayAsync(receipt))[0].Text;
        return new FiledComplaint(CaseNumber().Match(state).Value, receipt, resident);
    }

    /// <summary>The resident writes again, as the receipt allows.</summary>
    internal static async Task AddAsync(FiledComplaint complaint, string words)
    {
        await complaint.Resident.SayAsync(complaint.Receipt);
        await complaint.Resident.SayAsync(Say("action.add"));
        (await complaint.Resident.SayAsync(words)).Select(r => r.Text).ShouldContain(Say("add.done"));
    }

    internal static string Say(string key) => ChatWords.Of("vi", key);

    internal async Task<IReadOnlyList<string>> KeptAsync(string number)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(Service.DataDirectory, "engagementbot.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(file.ToString());
        return [.. await connection.QueryAsync<string>(
            "SELECT t.text FROM case_translations t JOIN cases c ON c.id = t.case_id WHERE c.number = @number ORDER BY part", new { number })];
    }

    public async ValueTask DisposeAsync()
    {
        Ana.Dispose();
        await Service.DisposeAsync();
        await Translator.DisposeAsync();
    }

    [GeneratedRegex(@"\d{4} \d{4} \d{4} \d{4}")]
    private static partial Regex Receipt();

    [GeneratedRegex(@"\b20\d\d-\d{6}\b")]
    private static partial Regex CaseNumber();
}
