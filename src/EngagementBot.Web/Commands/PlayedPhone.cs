namespace EngagementBot.Web.Commands;

/// <summary>Reads lines and texts them; shows what comes, whenever it comes.</summary>
internal sealed class PlayedPhone(PlayedLine line, TextReader input, PhoneScreen screen)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    // Lines from a pipe wait for their answer. A reply may be several texts, one after the other.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(1500);

    public async Task RunAsync(CancellationToken stop)
    {
        await line.OpenAsync(stop);
        screen.Begin(line.Number);
        if (screen.IsPlain)
            await ReadPipeAsync(stop);
        else
            await ReadTerminalAsync(stop);
    }

    private async Task ReadPipeAsync(CancellationToken stop)
    {
        while (await input.ReadLineAsync(stop) is { } text)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            screen.Said(text);
            await line.SayAsync(text, stop);
            await HearAnswerAsync(stop);
        }
    }

    private async Task HearAnswerAsync(CancellationToken stop)
    {
        var heard = 0;
        for (var waited = TimeSpan.Zero; waited < (heard == 0 ? LongestWait : Quiet); waited += Look)
        {
            await Task.Delay(Look, stop);
            foreach (var text in await line.HearAsync(stop))
            {
                screen.Heard(text);
                (heard, waited) = (heard + 1, TimeSpan.Zero);
            }
        }
        if (heard == 0)
            screen.Nothing();
    }

    // An officer may text at any time: the line is listened to while the resident types.
    private async Task ReadTerminalAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var listening = ListenAsync(over.Token);
        try
        {
            while (true)
            {
                screen.Ask();
                var typed = Task.Run(input.ReadLine, CancellationToken.None);
                // Nothing interrupts the reading of a terminal; the program ends around it.
                if (await Task.WhenAny(typed, listening, Task.Delay(Timeout.Infinite, stop)) != typed || string.IsNullOrWhiteSpace(await typed))
                    break;
                screen.Said(await typed ?? "");
                await line.SayAsync((await typed)!, stop);
            }
        }
        finally
        {
            if (!listening.IsCompleted)
                await over.CancelAsync();
        }
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (listening.Exception?.InnerException is LineDeadException dead)
            throw dead;
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(Look, stop);
            foreach (var text in await line.HearAsync(stop))
                screen.Heard(text);
        }
    }
}
