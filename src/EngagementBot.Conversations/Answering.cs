using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.Conversations.TextMessages;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations;

/// <summary>Answers a question from the approved content, or says honestly that it does not know.</summary>
internal sealed class Answering(ContentLibrary content)
{
    private const int Nearest = 3;
    private const double SurelyStop = 0.8;
    private const int ShortSentence = 8;

    /// <summary>What a new resident is offered; topics that are not there yet are left out.</summary>
    private static readonly string[] StarterTopics = ["program.what", "program.local", "stop.traffic", "crime.report"];

    // A tapped suggestion comes back word for word, in any language that was shown.
    private readonly Dictionary<string, string> _topicByTitle = content.Locales.Values
        .SelectMany(l => l.Answers.Values)
        .GroupBy(a => Word.Fold(a.Title))
        .ToDictionary(g => g.Key, g => g.First().Topic);

    public static IReadOnlyList<string> Starters(Locale locale) =>
        [.. Titles(locale, StarterTopics), locale.Say(Phrase.ActionComplaint), locale.Say(Phrase.ActionHuman)];

    /// <summary>"Stop": an open dialog ends with its words, and officers' replies do not come into this conversation any more.
    /// The exact words count anywhere, a sentence that means the same only where no dialog could mean something else by it.</summary>
    public static bool AnswerStop(Exchange exchange)
    {
        if (!IsStopMeant(exchange))
            return false;
        exchange.ForgetFrom = exchange.State.Dialog?.FirstSequence;
        exchange.State = exchange.State with { Dialog = null };
        if (exchange.Turn.IsText)
        {
            Keywords.Close(exchange, word: null);
            return true;
        }
        exchange.StopsNews = true;
        exchange.SayPhrase(Phrase.StopConfirmed);
        return true;
    }

    // "Cancel" inside a dialog leaves the dialog.
    private static bool IsStopMeant(Exchange exchange)
    {
        var (profile, reading) = (exchange.Locale.Profile, exchange.Reading!);
        if (exchange.State.Dialog is null)
            return Wording.IsOneOf(exchange.Message.Folded, profile.Stop) || reading.Kind == "stop";
        if (Wording.IsOneOf(exchange.Message.Folded, profile.Stop))
            return !Wording.IsOneOf(exchange.Message.Folded, profile.Commands["leave"]);
        // By law any reasonable wording counts, but what happened may hold the same words.
        return exchange.Turn.IsText && reading is { Kind: "stop", KindScore: >= SurelyStop } && Word.Read(exchange.Message.Safe).Count <= ShortSentence;
    }

    /// <summary>A tapped question, "menu", "help".</summary>
    public bool AnswerCommand(Exchange exchange)
    {
        var text = exchange.Message.Folded;
        var commands = exchange.Locale.Profile.Commands;
        if (TitleTopic(text) is { } topic)
            AnswerTopic(exchange, topic);
        else if (Wording.AreSame(text, exchange.Locale.Say(Phrase.ActionMenu)) || Wording.IsOneOf(text, commands["menu"]))
            exchange.Say(exchange.Locale.Say(Phrase.GreetingAgain), Starters(exchange.Locale));
        else if (Wording.IsOneOf(text, commands["help"]))
            exchange.Say(exchange.Locale.Say(Phrase.Greeting), Starters(exchange.Locale));
        else
            return false;
        return true;
    }

    public static void Answer(Exchange exchange)
    {
        var locale = exchange.Locale;
        var reading = exchange.Reading!;
        if (SureTopic(reading) is { } topic)
            AnswerTopic(exchange, topic, reading.AlsoAsked);
        else if (reading.Kind == "greeting")
            exchange.Say(locale.Say(Phrase.GreetingAgain), Starters(locale));
        else if (reading.Kind == "thanks")
            exchange.Say(locale.Say(Phrase.Thanks), [locale.Say(Phrase.ActionMenu)]);
        else if (reading.Kind == "offtopic")
            exchange.Say(locale.Say(Phrase.OffTopic), Starters(locale));
        else
            SayUnknown(exchange);
    }

    /// <summary>The topic whose title this is, in whatever language; null if it is none.</summary>
    /// <param name="folded">As in <see cref="Incoming.Folded"/>.</param>
    public string? TitleTopic(string folded) => _topicByTitle.GetValueOrDefault(folded);

    /// <summary>A question that can be tapped, in whatever language.</summary>
    public bool IsTitle(string suggestion) => _topicByTitle.ContainsKey(Word.Fold(suggestion));

    /// <summary>The topic that is asked, if the message is a question and the topic is sure enough.</summary>
    public static string? SureTopic(Reading reading) =>
        reading.Kind == "question" && reading.Topics is [{ Score: >= Reading.Sure } best, ..] ? best.Topic : null;

    /// <param name="alsoAsked">The topic of a second question, offered first.</param>
    public static void AnswerTopic(Exchange exchange, string topic, string? alsoAsked = null)
    {
        var answer = exchange.Locale.Answers[topic];
        List<string> suggestions = [.. Titles(exchange.Locale, alsoAsked is null ? answer.Related : answer.Related.Prepend(alsoAsked).Distinct())];
        if (topic.StartsWith("complaint.", StringComparison.Ordinal))
            suggestions.Insert(0, exchange.Locale.Say(Phrase.ActionComplaint));
        if (exchange.Turn.PagesAt is { } pages)
            exchange.Say(answer.Short, suggestions, link: Page(exchange, pages, answer));
        else
            exchange.Say(answer.Message, suggestions);
        exchange.State = exchange.State with { LastTopic = topic };
    }

    private static string Page(Exchange exchange, string pages, Content.Answers.Answer answer)
    {
        var page = $"{pages}/{exchange.Locale.Tag}/answers/{answer.Topic}";
        return answer.ApprovedBy is null ? $"{exchange.Locale.Say(Phrase.AnswerDraft)} {page}" : page;
    }

    private static void SayUnknown(Exchange exchange)
    {
        var locale = exchange.Locale;
        var nearest = Titles(locale, exchange.Reading!.Topics.Take(Nearest).Select(t => t.Topic)).ToList();
        var key = nearest.Count > 0 ? Phrase.Unknown : Phrase.UnknownPerson;
        exchange.Say(locale.Say(key), [.. nearest, locale.Say(Phrase.ActionHuman), locale.Say(Phrase.ActionComplaint)]);
    }

    private static IEnumerable<string> Titles(Locale locale, IEnumerable<string> topics) =>
        topics.Select(t => locale.Answers.GetValueOrDefault(t)?.Title).OfType<string>();
}
