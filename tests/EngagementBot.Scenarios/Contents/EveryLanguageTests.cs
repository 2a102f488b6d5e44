using System.Text.Json;
using System.Text.RegularExpressions;
using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Contents;

/// <summary>The whole way in each language that has a folder: a question, a complaint, its receipt, its state.</summary>
public sealed partial class EveryLanguageTests(RunningServices services)
{
    [Theory]
    [MemberData(nameof(ServiceProgram.Languages), MemberType = typeof(ServiceProgram))]
    public async Task AResidentAsksComplainsAndComesBack(string language)
    {
        var says = Texts(language);
        var service = await services.OfAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address, language);
        resident.Greeting.ShouldNotBeEmpty();
        var question = FirstQuestion(language, "arrest.detainer");
        (await SayAsync(resident, question)).ShouldContain(Title(language, "arrest.detainer"), customMessage: question);

        (await SayAsync(resident, says["action.complaint"])).ShouldContain(says["complaint.what"]);
        // What stands inside a dialog does not change its language.
        (await SayAsync(resident, "A deputy pushed my brother at the gas station and laughed at him.")).ShouldContain(says["complaint.when"]);
        (await SayAsync(resident, says["dialog.skip"])).ShouldContain(says["complaint.where"]);
        (await SayAsync(resident, "1200 Oak Street")).ShouldContain(says["complaint.contact"]);
        (await SayAsync(resident, says["complaint.contact.none"])).ShouldContain(says["complaint.review"]);
        var filed = await SayAsync(resident, says["dialog.file"]);
        var receipt = Receipt().Match(filed).Value;
        receipt.ShouldNotBeEmpty(filed);

        using var later = await DirectLineClient.StartAsync(service.Address, language);
        (await SayAsync(later, receipt)).ShouldContain(says["state.new"]);
    }

    private static async Task<string> SayAsync(DirectLineClient resident, string text) =>
        Marks().Replace(string.Join('\n', (await resident.SayAsync(text)).Select(m => m.Text)), "");

    private static Dictionary<string, string> Texts(string language)
    {
        using var texts = JsonDocument.Parse(File.ReadAllText(PathOf(language, "strings.json")));
        return texts.RootElement.EnumerateObject().Where(t => t.Value.ValueKind == JsonValueKind.String).ToDictionary(t => t.Name, t => t.Value.GetString()!);
    }

    private static string Title(string language, string topic) => Unquoted(LineAfter(PathOf(language, "answers", $"{topic}.md"), "title:"));

    private static string FirstQuestion(string language, string topic) =>
        Unquoted(File.ReadLines(PathOf(language, "answers", $"{topic}.md")).SkipWhile(l => !l.StartsWith("questions:", StringComparison.Ordinal)).Skip(1).First().Trim()[1..].Trim());

    private static string LineAfter(string file, string key) => File.ReadLines(file).First(l => l.StartsWith(key, StringComparison.Ordinal))[key.Length..].Trim();

    private static string Unquoted(string yaml) => yaml.Length > 1 && yaml[0] is '"' or '\'' ? yaml[1..^1] : yaml;

    private static string PathOf(params IEnumerable<string> parts) => Path.Combine([ServiceProgram.Folder, "locales", .. parts]);

    // What sets numbers apart in right-to-left text.
    [GeneratedRegex("[\u2066-\u2069]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\d{4} \d{4} \d{4} \d{4}")]
    private static partial Regex Receipt();
}
