using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using EngagementBot.Casework.Receipts;
using EngagementBot.Content;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Storage;
using EngagementBot.Web.DirectLine;
using EngagementBot.Web.Hosting;
using Spectre.Console;

namespace EngagementBot.Web.Commands;

/// <summary><c>chat</c>: the bot in a terminal. What is filed here is filed for real.</summary>
internal static partial class ChatCommand
{
    public static Command Create()
    {
        var language = new Option<string?>("--language") { Description = "The language to begin with, such as es; you may write in any" };
        var command = new Command("chat", "Talk to the bot in this terminal. A number picks a suggestion; an empty line ends it.") { language };
        command.SetAction((parsed, stop) => CommandHost.WithBotAsync((services, token) => TalkAsync(services, parsed.GetValue(language), token), stop));
        return command;
    }

    private static async Task<int> TalkAsync(IServiceProvider services, string? language, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<ReceiptKey>().LoadAsync(
            services.GetRequiredService<ServiceKeys>(), services.GetRequiredService<IConfidentialText>(), cancellationToken);
        if (language is not null && services.GetRequiredService<ContentLibrary>().Find(language) is null)
        {
            await Console.Error.WriteLineAsync($"The language {language} is not there. There are: {string.Join(", ", services.GetRequiredService<ContentLibrary>().Locales.Keys)}");
            return ExitCodes.WrongSettings;
        }
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var conversation = DirectLineTokens.NewId();
        var suggestions = await RunAsync(services, new Turn { ConversationId = conversation, Channel = "terminal", Key = "service:start", Type = TurnType.Start, LocaleHint = language });
        while (Ask() is { Length: > 0 } words)
        {
            var text = Picked(words, suggestions) ?? words;
            suggestions = await RunAsync(services, new Turn
            {
                ConversationId = conversation, Channel = "terminal", Key = DirectLineTokens.NewId(), Type = TurnType.Message, Text = text, LocaleHint = language,
            });
        }
        return ExitCodes.Done;
    }

    private static string? Ask()
    {
        AnsiConsole.Markup("[bold]>[/] ");
        return Console.ReadLine();
    }

    private static string? Picked(string words, IReadOnlyList<string> suggestions)
    {
        var digits = string.Concat(words.Trim().Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= suggestions.Count ? suggestions[number - 1] : null;
    }

    private static async Task<IReadOnlyList<string>> RunAsync(IServiceProvider services, Turn turn)
    {
        var result = await services.GetRequiredService<TurnPipeline>().RunAsync(turn, CancellationToken.None);
        var replies = await services.GetRequiredService<IConversationStore>().MessagesAsync(turn.ConversationId, result.Sequence, 20, CancellationToken.None);
        foreach (var reply in replies)
            Print(reply.Text);
        IReadOnlyList<string> suggestions = replies.Count > 0 ? replies[^1].Suggestions : [];
        for (var i = 0; i < suggestions.Count; i++)
            AnsiConsole.MarkupLine($"  [blue]{i + 1}[/] {Markup.Escape(suggestions[i])}");
        return suggestions;
    }

    // The terminal itself orders right-to-left text, as far as it can; bold and addresses are all that an answer's Markdown has.
    private static void Print(string text)
    {
        var marked = Bold().Replace(Markup.Escape(text), "[bold]$1[/]");
        AnsiConsole.MarkupLine(Link().Replace(marked, "$1 <$2>") + "\n");
    }

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    // Escaped by the markup: [[title]](address)
    [GeneratedRegex(@"\[\[(.+?)\]\]\((https?://[^)\s]+)\)")]
    private static partial Regex Link();
}
