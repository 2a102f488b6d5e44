using System.Globalization;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.BadInput;

/// <summary>What is wrong with content or settings is told before anything is served: file, line and remedy, exit code 2.</summary>
public sealed class RefusedStartTests
{
    [Fact]
    public async Task UnknownKeyInTheTextsIsRefused()
    {
        using var content = new ContentCopy();
        var line = content.Change("locales/es/strings.json", "\"page.title\":", "\"page.titel\": \"Preguntas\",\n  \"page.title\":");
        await ShouldBeRefusedAsync(content, "strings.json", line, "page.titel");
    }

    [Fact]
    public async Task TextsThatAreNoJsonAreRefused()
    {
        using var content = new ContentCopy();
        var line = content.Change("locales/ar/strings.json", "\"page.run-by\":", "\"page.run-by\"");
        await ShouldBeRefusedAsync(content, "strings.json", line, "ar");
    }

    [Fact]
    public async Task BrokenYamlOfADialogIsRefused()
    {
        using var content = new ContentCopy();
        var line = content.Change("dialogs/complaint.yaml", "answer: text", "answer: text: more");
        await ShouldBeRefusedAsync(content, "complaint.yaml", line, null);
    }

    [Fact]
    public async Task BrokenYamlOfALanguageIsRefused()
    {
        using var content = new ContentCopy();
        var line = content.Change("locales/es/language.yaml", "direction: ltr", "direction: ltr: rtl");
        await ShouldBeRefusedAsync(content, "language.yaml", line, null);
    }

    [Fact]
    public async Task PlaceholderThatATranslationLacksIsRefused()
    {
        using var content = new ContentCopy();
        var line = content.Change("locales/es/strings.json", "presentado el {date}", "presentado");
        await ShouldBeRefusedAsync(content, "strings.json", line, "date");
    }

    [Fact]
    public async Task PlaceholderThatNobodyFillsIsRefused()
    {
        using var content = new ContentCopy();
        var line = content.Change("locales/es/answers/program.what.md", "\n---\n", "\n---\n{agency.nombre}\n") + 2;
        await ShouldBeRefusedAsync(content, "program.what.md", line, "agency.nombre");
    }

    [Fact]
    public async Task AnswerThatATranslationLacksIsRefused()
    {
        using var content = new ContentCopy();
        content.Delete("locales/ar/answers/stop.home.md");
        await ShouldBeRefusedAsync(content, "stop.home.md", null, null);
    }

    [Fact]
    public async Task DialogThatAsksWhatNobodyWroteIsRefused()
    {
        using var content = new ContentCopy();
        var line = content.Change("dialogs/complaint.yaml", "ask: complaint.where", "ask: complaint.wher");
        await ShouldBeRefusedAsync(content, "complaint.yaml", line, "complaint.wher");
    }

    [Theory]
    [InlineData("Agency__TimeZone", "Nowhere")]
    [InlineData("Agency__Models__0", "XYZ")]
    [InlineData("Agency__Participation", "perhaps")]
    [InlineData("Agency__Policy", "not-an-address")]
    [InlineData("Agency__Phonne", "555-0100")]
    [InlineData("Agency__RetentionYears", "-1")]
    [InlineData("TextAnalytics__Endpoint", "http://example.org")]
    [InlineData("TextAnalytics__Mode", "Sometimes")]
    [InlineData("TextAnalytics__Mode", "LocalFirst")]
    [InlineData("TextAnalytics__Kee", "0123456789abcdef0123456789abcdef")]
    [InlineData("TextAnalytics__Key", "0123456789abcdef0123456789abcdef")]
    [InlineData("TextAnalytics__Credential", "ManagedIdentity")]
    [InlineData("Translation__Key", "0123456789abcdef0123456789abcdef")]
    [InlineData("Translation__Endpoint", "https://x.cognitiveservices.azure.com/translator/text/v3.0")]
    [InlineData("Translation__Endpoint", "http://example.org")]
    [InlineData("Translation__Endpoint", "https://example.org?key=1")]
    [InlineData("Translation__Endpoint", "translator")]
    [InlineData("Translation__Kee", "0123456789abcdef")]
    [InlineData("Agency__Office__Languages__0", "Spanish!")]
    [InlineData("Storage__PostgreSql", "no connection string")]
    [InlineData("DirectLine__Secrets__0", "short")]
    public async Task ImpossibleSettingIsRefusedByItsName(string setting, string value)
    {
        using var content = new ContentCopy();
        var refused = await StartAsync(new Dictionary<string, string>(content.Settings) { [setting] = value }, "Development");
        refused.ExitCode.ShouldBe(2, refused.Error);
        refused.Error.ShouldContain(setting.Split("__")[^1] is "0" ? setting.Split("__")[^2] : setting.Split("__")[^1]);
        refused.Error.ShouldContain("environment");
        Directory.Exists(content.DataDirectory).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://x.cognitiveservices.azure.com", "", "", "neither a key nor a credential")]
    [InlineData("https://x.cognitiveservices.azure.com", "0123456789abcdef", "ManagedIdentity", "only one of them")]
    [InlineData("https://x.cognitiveservices.azure.com", "", "Password", "is unknown")]
    [InlineData("https://x.cognitiveservices.azure.com", "key of mine", "", "no key of an Azure resource")]
    [InlineData("https://x.cognitiveservices.azure.com/?key=1", "0123456789abcdef", "", "more than an address")]
    [InlineData("https://x.cognitiveservices.azure.com/language", "0123456789abcdef", "", "It has a path")]
    [InlineData("https://x.cognitiveservices.azure.com", "", "WorkloadIdentity", "AZURE_FEDERATED_TOKEN_FILE, AZURE_TENANT_ID, AZURE_CLIENT_ID")]
    [InlineData("http://127.0.0.1:5000", "", "WorkloadIdentity", "not even on loopback")]
    [InlineData("ftp://127.0.0.1", "0123456789abcdef", "", "is no address")]
    public async Task AzureThatCannotBeAskedIsRefused(string endpoint, string key, string credential, string why)
    {
        using var content = new ContentCopy();
        var refused = await StartAsync(
            new Dictionary<string, string>(content.Settings) { ["TextAnalytics__Endpoint"] = endpoint, ["TextAnalytics__Key"] = key, ["TextAnalytics__Credential"] = credential }, "Development");
        refused.ExitCode.ShouldBe(2, refused.Error);
        refused.Error.ShouldContain("TextAnalytics:");
        refused.Error.ShouldContain(why);
        if (key.Length > 0)
            refused.Error.ShouldNotContain(key);
    }

    [Theory]
    [InlineData("Translation__Key", "")]
    [InlineData("Translation__Key", "short")]
    [InlineData("Translation__Region", "East US 2!")]
    public async Task TranslatorWithoutAKeyOrWithAnImpossibleRegionIsRefused(string setting, string value)
    {
        using var content = new ContentCopy();
        var settings = new Dictionary<string, string>(content.Settings)
        {
            ["Translation__Endpoint"] = "https://api.cognitive.microsofttranslator.com", ["Translation__Key"] = "0123456789abcdef0123456789abcdef", [setting] = value,
        };
        var refused = await StartAsync(settings, "Development");
        refused.ExitCode.ShouldBe(2, refused.Error);
        refused.Error.ShouldContain(setting.Replace("__", ":"));
        Directory.Exists(content.DataDirectory).ShouldBeFalse();
    }

    [Fact]
    public async Task MadeUpAgencyIsRefusedInProduction()
    {
        using var content = new ContentCopy();
        var refused = await StartAsync(content.Settings, "Production");
        refused.ExitCode.ShouldBe(2, refused.Error);
        refused.Error.ShouldContain("appsettings.json");
        refused.Error.ShouldContain("made-up");
        Directory.Exists(content.DataDirectory).ShouldBeFalse();
    }

    [Fact]
    public async Task NothingOfAStackIsShownToWhoeverStartsTheService()
    {
        using var content = new ContentCopy();
        content.Change("dialogs/complaint.yaml", "answer: text", "answer: text: more");
        var refused = await StartAsync(content.Settings, "Development");
        refused.Error.ShouldNotContain("   at ");
        refused.Error.ShouldNotContain("Exception");
    }

    private static async Task ShouldBeRefusedAsync(ContentCopy content, string file, int? line, string? named)
    {
        var refused = await StartAsync(content.Settings, "Development");
        refused.ExitCode.ShouldBe(2, refused.Error);
        refused.Error.ShouldContain(line is { } at ? string.Create(CultureInfo.InvariantCulture, $"{file}:{at}") : file);
        if (named is not null)
            refused.Error.ShouldContain(named);
        Directory.Exists(content.DataDirectory).ShouldBeFalse();
        var check = await ServiceProgram.RunAsync(["check"], content.Settings);
        check.ExitCode.ShouldBe(1, check.Output);
        check.Error.ShouldContain(file);
    }

    // Port 0 is never reached: what should be refused must not listen.
    private static Task<CommandResult> StartAsync(IReadOnlyDictionary<string, string> settings, string environment) =>
        ServiceProgram.RunAsync(["--environment", environment, "--urls", "http://127.0.0.1:0"], settings);
}
