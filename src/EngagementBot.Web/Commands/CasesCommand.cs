using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using EngagementBot.Casework.Cases;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.Commands;

/// <summary><c>cases export</c>: every case, for records and for counting. Receipts and contact details are not in it.</summary>
internal static partial class CasesCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "csv or json", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "json");
        var output = new Option<string?>("--output") { Description = "A file; standard output without it" };
        var export = new Command("export", "Write every case, without receipts and contact details") { format, output };
        export.SetAction((parsed, stop) => CommandHost.WithStorageAsync(
            async (services, token) =>
            {
                await using var text = parsed.GetValue(output) is { } path ? File.CreateText(Folders.Typed(path)) : new StreamWriter(Console.OpenStandardOutput());
                var cases = services.GetRequiredService<ICaseStore>().ExportAsync(token);
                await (parsed.GetValue(format) == "json" ? WriteJsonAsync(cases, text) : WriteCsvAsync(cases, text));
                return ExitCodes.Done;
            },
            stop));
        return new Command("cases", "The cases, outside the console") { export };
    }

    private static async Task WriteJsonAsync(IAsyncEnumerable<Case> cases, StreamWriter text)
    {
        var separator = "[\n";
        await foreach (var exported in cases)
        {
            await text.WriteAsync(separator + JsonSerializer.Serialize(ExportedCase.Of(exported), ExportJson.Plain.ExportedCase));
            separator = ",\n";
        }
        await text.WriteLineAsync(separator == "[\n" ? "[]" : "\n]");
    }

    private static async Task WriteCsvAsync(IAsyncEnumerable<Case> cases, StreamWriter text)
    {
        // A cell that a spreadsheet would take for a formula is escaped.
        await using var csv = CsvWriter.Create(text, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteHeader(ExportedCase.Columns);
        await foreach (var exported in cases)
            csv.WriteRecord(ExportedCase.Of(exported).Cells);
        await csv.FlushAsync();
    }

    private sealed record ExportedCase(
        string Number, string Kind, string State, int Priority, string Queue, string Language, string Channel, string Sentiment, string Text, string When,
        string Where, string Reasons, string Officer, DateTimeOffset FiledAt, DateTimeOffset FirstAnswerDue, DateTimeOffset ResolutionDue, DateTimeOffset? FirstAnsweredAt,
        string LanguageOfWords)
    {
        public static readonly string[] Columns =
        [
            "number", "kind", "state", "priority", "queue", "language", "channel", "sentiment", "text", "when", "where", "reasons", "officer", "filedAt",
            "firstAnswerDue", "resolutionDue", "firstAnsweredAt", "languageOfWords",
        ];

        [JsonIgnore]
        public string[] Cells =>
        [
            Number, Kind, State, Priority.ToString(CultureInfo.InvariantCulture), Queue, Language, Channel, Sentiment, Text, When, Where, Reasons, Officer,
            $"{FiledAt:O}", $"{FirstAnswerDue:O}", $"{ResolutionDue:O}", $"{FirstAnsweredAt:O}", LanguageOfWords,
        ];

        public static ExportedCase Of(Case from) => new(
            from.Number, from.Kind, from.State.Name(), from.Priority, from.Queue, from.Language, from.Channel, from.Sentiment, from.Text,
            from.Answers.GetValueOrDefault("when") ?? "", from.Answers.GetValueOrDefault("where") ?? "", string.Join("; ", from.Reasons.Select(r => r.Text)),
            from.OfficerName ?? "", from.FiledAt, from.FirstAnswerDue, from.ResolutionDue, from.FirstAnsweredAt, from.LanguageOfWords);
    }

    [JsonSerializable(typeof(ExportedCase))]
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    private sealed partial class ExportJson : JsonSerializerContext
    {
        // Residents' words as they are, in every script.
        public static ExportJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
