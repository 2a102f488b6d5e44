using System.Net;
using Dapper;
using EngagementBot.Scenarios.Privacy;
using EngagementBot.Scenarios.Service;
using EngagementBot.Tests.TextAnalytics.Azure;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>What becomes of the words of somebody who wants no texts.</summary>
public sealed class ClosedPhoneTests
{
    [Fact]
    public async Task WhatTheServiceOutsideRecognisesAsPersonalIsCoveredInAParkedText()
    {
        const string account = "QK55 zebra 21";
        using var twilio = new FakeTwilio();
        await using var azure = await LanguageServer.StartAsync();
        azure.Opinions = new() { Entities = t => t.Contains(account, StringComparison.Ordinal) ? [("USBankAccountNumber", account, 0.9)] : [] };
        await using var service = await ServiceProcess.StartAsync(new Dictionary<string, string>(twilio.Settings)
        {
            ["TextAnalytics__Endpoint"] = azure.Endpoint.OriginalString, ["TextAnalytics__Key"] = LanguageServer.Key,
        });
        var phone = new PhoneLine(service.Address, "+15550400011");
        // Nobody's words go to a service before the notice that names it.
        (await phone.SayAsync("hello")).ShouldBe(HttpStatusCode.OK);
        await twilio.UntilAsync(t => t.To(phone.Number).Any(m => m.Contains("Azure", StringComparison.Ordinal)));
        (await phone.SayAsync("STOP")).ShouldBe(HttpStatusCode.OK);
        await twilio.UntilAsync(t => t.To(phone.Number).Any(m => m.Contains("the last text", StringComparison.Ordinal)));
        var before = twilio.To(phone.Number).Count;
        (await phone.SayAsync($"my account is {account} at the bank since 2024")).ShouldBe(HttpStatusCode.OK);
        var parked = await ParkedAsync(service);
        parked.ShouldStartWith("my account is •");
        Traces.In(service.DataDirectory, account).ShouldBeEmpty();
        twilio.To(phone.Number).Count.ShouldBe(before);
    }

    private static async Task<string> ParkedAsync(ServiceProcess service)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(service.DataDirectory, "engagementbot.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        for (var tries = 0; ; tries++)
        {
            await using var connection = new SqliteConnection(file.ToString());
            if (await connection.QueryFirstOrDefaultAsync<string>("SELECT text FROM texts_parked") is { } text)
                return text;
            tries.ShouldBeLessThan(100);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
