using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Turns;

/// <summary>One turn: words in, replies out, everything stored before it returns.</summary>
public sealed class TurnPipeline
{
    private const int EnoughWords = 6;

    private readonly ContentLibrary _content;
    private readonly MessageUnderstanding _understanding;
    private readonly IConversationStore _store;
    private readonly TimeProvider _clock;
    private readonly LanguageChoice _language;
    private readonly CaseStatus _status;
    private readonly Danger _danger;
    private readonly DialogRunner _dialogs;
    private readonly Answering _answering;
    private readonly ServicesInUse _services;
    private readonly Texting _texting;
    private readonly ImmigrationStatus _immigration;
    private readonly TurnOrder _order = new();

    // What stands on buttons, by language, as words are compared.
    private readonly Dictionary<string, HashSet<string>> _buttons;

    /// <param name="services">What residents are told of services outside; null for none.</param>
    public TurnPipeline(
        ContentLibrary content, MessageUnderstanding understanding, IConversationStore store, CaseFiling filing, CaseStatus status, TimeProvider clock, ServicesInUse? services = null)
    {
        _services = services ?? ServicesInUse.None;
        (_content, _understanding, _store, _status, _clock) = (content, understanding, store, status, clock);
        _language = new LanguageChoice(content);
        _buttons = content.Locales.Values.ToDictionary(l => l.Tag, l => l.SayAll("action.").Select(a => Word.Fold(a.Text)).ToHashSet());
        _answering = new Answering(content);
        _texting = new Texting(content, _answering);
        _immigration = new ImmigrationStatus(content);
        _danger = new Danger(filing, _immigration);
        _dialogs = new DialogRunner(content, filing, _answering, status, _immigration);
    }

    /// <exception cref="ConversationChangedException">Other processes kept changing the conversation: the caller may try again.</exception>
    public async Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        using var place = await _order.EnterAsync(turn.ConversationId, cancellationToken);
        var heard = new HeardBefore();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(turn, heard, cancellationToken);
            }
            catch (ConversationChangedException) when (attempt < 4)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 40) * attempt), cancellationToken);
            }
        }
    }

    private async Task<TurnResult> TryAsync(Turn turn, HeardBefore heard, CancellationToken cancellationToken)
    {
        var loaded = await _store.LoadAsync(turn.ConversationId, turn.Key, cancellationToken);
        if (loaded?.AnsweredBefore is { } before)
            return new TurnResult(before, IsRepeat: true, loaded.HasEnded);
        if (loaded is { HasEnded: true })
            return new TurnResult(0, IsRepeat: false, HasEnded: true);
        var state = loaded?.State ?? new ConversationState();
        var exchange = new Exchange(turn, Incoming.Read(turn.Text), state, _language.Current(state, turn), (loaded?.LastSequence ?? 0) + 1, _clock.GetUtcNow(), _services);
        if (turn is { Type: TurnType.Message, IsText: true })
            await AnswerTextAsync(exchange, heard, cancellationToken);
        else if (turn.Type == TurnType.Message)
            await AnswerMessageAsync(exchange, heard, cancellationToken);
        else if (turn.Type == TurnType.Start)
            Greet(exchange);
        else if (turn.Type == TurnType.Language)
            FollowLanguage(exchange, _content.Find(turn.Text));
        exchange.State = exchange.State with { Language = exchange.State.Language ?? exchange.Locale.Tag };
        var sequence = await _store.CommitAsync(exchange.Record(loaded?.Version ?? 0), cancellationToken);
        return new TurnResult(sequence, IsRepeat: false, Replies: exchange.Logged(sequence));
    }

    private async Task AnswerMessageAsync(Exchange exchange, HeardBefore heard, CancellationToken cancellationToken)
    {
        await AnswerAsync(exchange, heard, cancellationToken);
        // Not every channel greets first. Danger goes before: the services can be named with the next message.
        if (exchange is { IsServiceNoticeDue: true, Replies.Count: > 0 } && exchange.Reading?.Urgency != Urgency.ActNow)
            exchange.SayBefore(exchange.TellOfServices()!);
    }

    // A text message has words of its own, which go before everything else, and replies of its own form.
    private async Task AnswerTextAsync(Exchange exchange, HeardBefore heard, CancellationToken cancellationToken)
    {
        _texting.Begin(exchange);
        if (_texting.AnswerKeyword(exchange, _dialogs))
            return;
        if (exchange.Turn.IsOptedOut)
            await ReadForDangerAsync(exchange, heard, cancellationToken);
        else
            await AnswerAsync(exchange, heard, cancellationToken);
        _texting.Finish(exchange, await _status.TakesPicturesAsync(exchange, cancellationToken));
    }

    // Nothing may be sent to this phone; but who is in danger is put into the queue, and the rest lies where an officer sees it.
    private async Task ReadForDangerAsync(Exchange exchange, HeardBefore heard, CancellationToken cancellationToken)
    {
        await ReadAsync(exchange, heard, null, cancellationToken);
        if (!_danger.Answer(exchange))
            exchange.Parks = Texting.OptedOut;
    }

    private async Task ReadAsync(Exchange exchange, HeardBefore heard, string? lastTopic, CancellationToken cancellationToken)
    {
        var said = new Said(exchange.Message.Safe, exchange.Locale.Tag, lastTopic, ServiceMayRead(exchange));
        if (heard.Said != said)
            (heard.Said, heard.Reading) = (said, await _understanding.ReadAsync(said, cancellationToken));
        exchange.Reading = heard.Reading!;
        if (exchange.Reading.Masked is { } more)
            exchange.Cover(more);
    }

    // The way of a message. Whoever answers it returns true, and nobody after that is asked.
    private async Task AnswerAsync(Exchange exchange, HeardBefore heard, CancellationToken cancellationToken)
    {
        if (IsUnreadable(exchange))
            return;
        if (_language.IsAskedFor(exchange))
        {
            _dialogs.AskAgain(exchange);
            return;
        }
        var lastTopic = exchange.State.Dialog is null ? exchange.State.LastTopic : null;
        await ReadAsync(exchange, heard, lastTopic, cancellationToken);
        _language.Settle(exchange);
        SayWhatWasMasked(exchange);
        if (await _status.AnswerReceiptAsync(exchange, cancellationToken))
        {
            _dialogs.AskAgain(exchange);
            return;
        }
        if (_immigration.LeaveOut(exchange, _dialogs) || await _status.AnswerPhoneAsync(exchange, cancellationToken))
            return;
        if ((!IsExpected(exchange) && _danger.Answer(exchange))
            || (!_dialogs.IsOption(exchange) && Answering.AnswerStop(exchange))
            || _dialogs.Continue(exchange)
            || _language.SayNotOffered(exchange)
            || _answering.AnswerCommand(exchange)
            || _dialogs.Start(exchange))
            return;
        Answering.Answer(exchange);
    }

    // What says nothing in words of their own, and what was asked for to reach the resident, does not leave the house; nor do the words of
    // somebody who has not been told of it, as the first ones where no channel greets.
    private ServiceMay ServiceMayRead(Exchange exchange)
    {
        if (exchange.IsServiceNoticeDue || exchange.Message.Receipt is not null || !exchange.Message.Safe.Any(char.IsLetter) || IsButton(exchange))
            return ServiceMay.NotBeAsked;
        return exchange.State.Dialog is null ? ServiceMay.TellAll : _dialogs.ServiceMayRead(exchange);
    }

    private bool IsButton(Exchange exchange) =>
        _dialogs.IsOption(exchange) || _buttons[exchange.Locale.Tag].Contains(exchange.Message.Folded) || _answering.TitleTopic(exchange.Message.Folded) is not null;

    // The bot's own words on a button are no news of danger, whatever the understanding makes of them; nor is a handful of words, unless a
    // danger is named in it, or the answer to "what happened", unless it says that it goes on.
    private bool IsExpected(Exchange exchange) =>
        IsButton(exchange)
        || (exchange.State.Dialog is not null && !Danger.IsNamedAsNow(exchange.Reading!))
        || (Word.Read(exchange.Message.Safe).Count < EnoughWords && !Danger.IsNamed(exchange.Reading!));

    private void FollowLanguage(Exchange exchange, Locale? locale)
    {
        LanguageChoice.Follow(exchange, locale);
        if (exchange.Replies.Count > 0)
            _dialogs.AskAgain(exchange);
    }

    private static void Greet(Exchange exchange)
    {
        if (exchange.State.IsGreeted)
            return;
        exchange.State = exchange.State with { IsGreeted = true };
        exchange.Say(exchange.WithServiceNotice(exchange.Locale.Say(Phrase.Greeting)), Answering.Starters(exchange.Locale));
    }

    private bool IsUnreadable(Exchange exchange)
    {
        if (exchange.Message.IsTooLong)
        {
            exchange.StoredText = "";
            exchange.SayPhrase(Phrase.TooLong, ("limit", $"{Incoming.Longest}"));
        }
        else if (!exchange.Message.HasWords && exchange.Turn.Pictures.Count > 0)
        {
            _dialogs.AskAgain(exchange);
        }
        else if (!exchange.Message.HasWords)
        {
            exchange.SayPhrase(exchange.Turn.HasAttachments ? Phrase.Attachment : Phrase.Empty);
        }
        else
        {
            return false;
        }
        return true;
    }

    private static void SayWhatWasMasked(Exchange exchange)
    {
        if (exchange.Message.Masked.Count == 0 || ContactStep.IsAsked(exchange))
            return;
        var kinds = string.Join(", ", exchange.Message.Masked.Select(k => exchange.Locale.Say($"masked.{k}")));
        exchange.SayPhrase(Phrase.Masked, ("kinds", kinds));
    }

    // A turn that is tried again because the conversation changed meanwhile asks nobody outside once more, unless it reads otherwise now.
    private sealed class HeardBefore
    {
        public Said? Said { get; set; }

        public Reading? Reading { get; set; }
    }
}
