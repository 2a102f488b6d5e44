using System.Text;
using EngagementBot.Content;
using EngagementBot.Web.Officers.Texts;
using Spectre.Console;

namespace EngagementBot.Web.Commands;

/// <summary>Shows a played phone: bubbles on a terminal, plain lines into a file or a pipe.</summary>
/// <param name="isPlain">Each line of a text stands alone, so that it can be searched and compared.</param>
internal sealed class PhoneScreen(bool isPlain)
{
    private const int WidestBubble = 60;

    private readonly Lock _drawing = new();

    public bool IsPlain => isPlain;

    public void Begin(string number)
    {
        Console.OutputEncoding = Encoding.UTF8;
        Write($"This phone is {number}. Each text shows what it costs. STOP, START, HELP and numbers work{(isPlain ? "." : "; an empty line ends it.")}");
    }

    public void Ask()
    {
        lock (_drawing)
            AnsiConsole.Markup("[bold]>[/] ");
    }

    public void Said(string text)
    {
        if (isPlain)
            Write($"\n> {text}");
    }

    public void Heard(string text)
    {
        if (isPlain)
            Write($"\n{text}\n   ({TextWords.Cost(SmsSegments.Of(text))})");
        else
            Draw(text);
    }

    /// <summary>After a line from a pipe.</summary>
    public void Nothing() => Write("\n   (no text came)");

    private void Draw(string text)
    {
        lock (_drawing)
        {
            // The line in which the resident types comes again below the bubble.
            Console.Write("\r\e[K");
            var bubble = new Panel(Markup.Escape(text)) { Border = BoxBorder.Rounded, Padding = new Padding(1, 0) };
            AnsiConsole.Write(new Padder(bubble, new Padding(0, 0, Math.Max(0, AnsiConsole.Profile.Width - WidestBubble), 0)));
            AnsiConsole.MarkupLine($"  [grey]{Markup.Escape(TextWords.Cost(SmsSegments.Of(text)))}[/]");
            AnsiConsole.Markup("[bold]>[/] ");
        }
    }

    private void Write(string text)
    {
        lock (_drawing)
            Console.WriteLine(text);
    }
}
