using System.Text.Json;
using EngagementBot.Scenarios.BadInput;
using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Commands;

public sealed class CommandTests
{
    [Fact]
    public async Task CheckFindsTheContentWell()
    {
        var check = await ServiceProgram.RunAsync(["check"]);
        check.ExitCode.ShouldBe(0, check.Error);
        foreach (var language in Directory.EnumerateDirectories(Path.Combine(ServiceProgram.Folder, "locales")).Select(Path.GetFileName))
            check.Output.ShouldContain(language!);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("officer --help")]
    [InlineData("officer add --help")]
    [InlineData("officer list --help")]
    [InlineData("officer reset --help")]
    [InlineData("officer disable --help")]
    [InlineData("cases --help")]
    [InlineData("sms --help")]
    [InlineData("cases export --help")]
    public async Task EachCommandTellsHowItIsUsed(string words)
    {
        var help = await ServiceProgram.RunAsync(words.Split(' '));
        help.ExitCode.ShouldBe(0, help.Error);
        help.Output.ShouldContain("Usage:");
    }

    [Theory]
    [InlineData("chekc")]
    [InlineData("officer")]
    [InlineData("officer add Ana --role king")]
    [InlineData("cases export --format xml")]
    public async Task CommandThatDoesNotExistFails(string words)
    {
        using var content = new ContentCopy();
        var wrong = await ServiceProgram.RunAsync(words.Split(' '), content.Settings);
        wrong.ExitCode.ShouldNotBe(0);
        wrong.Error.ShouldNotBeNullOrWhiteSpace();
        wrong.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task OfficerIsAddedListedResetAndDisabled()
    {
        using var content = new ContentCopy();
        var invited = await RunAsync(content, null, "officer", "add", "Ana Ruiz", "--role", "supervisor");
        invited.ExitCode.ShouldBe(0, invited.Error);
        invited.Output.ShouldContain("/console/welcome#");
        (await RunAsync(content, null, "officer", "list")).Output.ShouldMatch("Ana Ruiz +supervisor +no +invited");

        (await RunAsync(content, "a good long password\n", "officer", "reset", "Ana Ruiz", "--password-stdin")).ExitCode.ShouldBe(0);
        (await RunAsync(content, null, "officer", "list")).Output.ShouldMatch("Ana Ruiz +supervisor +no +active");

        (await RunAsync(content, null, "officer", "disable", "Ana Ruiz")).ExitCode.ShouldBe(0);
        (await RunAsync(content, null, "officer", "list")).Output.ShouldMatch("Ana Ruiz +supervisor +no +disabled");
    }

    [Fact]
    public async Task OfficerWithDelegatedAuthorityIsMarkedSo()
    {
        using var content = new ContentCopy();
        (await RunAsync(content, "a good long password\n", "officer", "add", "Bo Lee", "--delegated", "--password-stdin")).ExitCode.ShouldBe(0);
        (await RunAsync(content, null, "officer", "list")).Output.ShouldMatch("Bo Lee +liaison +yes +active");
    }

    [Fact]
    public async Task OfficerCommandsSayWhatIsWrong()
    {
        using var content = new ContentCopy();
        (await RunAsync(content, null, "officer", "add", "Ana Ruiz")).ExitCode.ShouldBe(0);
        (await RunAsync(content, null, "officer", "add", "Ana Ruiz")).ExitCode.ShouldBe(2);
        (await RunAsync(content, "short\n", "officer", "add", "Bo Lee", "--password-stdin")).ExitCode.ShouldBe(2);
        var unknown = await RunAsync(content, null, "officer", "disable", "Nobody");
        unknown.ExitCode.ShouldBe(2);
        unknown.Error.ShouldContain("officer list");
    }

    [Fact]
    public async Task ExportOfNoCasesIsStillWellFormed()
    {
        using var content = new ContentCopy();
        JsonElement.Parse((await RunAsync(content, null, "cases", "export", "--format", "json")).Output).GetArrayLength().ShouldBe(0);
        (await RunAsync(content, null, "cases", "export", "--format", "csv")).Output.ShouldStartWith("number,kind,state,");
    }

    [Fact]
    public async Task ExportHasTheCasesWithoutReceiptsAndContactDetails()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address);
        foreach (var words in new[] { "Make a complaint", "=SUM(A1) \"quoted\", a deputy broke my phone", "yesterday", "on Oak Street", "312 555 0187" })
            await resident.SayAsync(words);
        (await resident.SayAsync("File it")).ShouldContain(r => r.Text.StartsWith("Your complaint is filed.", StringComparison.Ordinal));

        var json = await service.CommandAsync(["cases", "export", "--format", "json"]);
        var exported = JsonElement.Parse(json.Output)[0];
        exported.GetProperty("kind").GetString().ShouldBe("complaint");
        exported.GetProperty("text").GetString().ShouldBe("=SUM(A1) \"quoted\", a deputy broke my phone");
        exported.GetProperty("where").GetString().ShouldBe("on Oak Street");

        var csv = await service.CommandAsync(["cases", "export", "--format", "csv"]);
        csv.ExitCode.ShouldBe(0, csv.Error);
        csv.Output.ShouldNotMatch("(^|,)\"?=SUM");
        (json.Output + csv.Output).ShouldNotMatch(@"0187|\d{4} \d{4} \d{4} \d{4}");
    }

    private static Task<CommandResult> RunAsync(ContentCopy content, string? standardInput, params string[] words) =>
        ServiceProgram.RunAsync(words, content.Settings, standardInput);
}
