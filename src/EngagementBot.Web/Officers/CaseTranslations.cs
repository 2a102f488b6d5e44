using System.Collections.Concurrent;
using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Translations;
using EngagementBot.Content;
using EngagementBot.TextAnalytics.Translation;
using EngagementBot.Web.Hosting;

namespace EngagementBot.Web.Officers;

/// <summary>What a resident wrote, for officers who do not read the language, and an officer's reply for the resident, by machine.
/// A text is sent when an officer first opens its case, and never again: the translation is kept.</summary>
internal sealed partial class CaseTranslations(ITranslationStore store, TranslationService service, TimeProvider clock, ILogger<CaseTranslations> log)
{
    // A case's page waits for no longer; what comes later is kept too, and stands on the next page.
    private static readonly TimeSpan LongestForPage = TimeSpan.FromSeconds(2);

    // For a while after a page has waited in vain, the next ones wait no longer than a translator in good order takes.
    private static readonly TimeSpan LongestWhileSlow = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan SlowFor = TimeSpan.FromMinutes(1);

    // An officer who has pressed a button waits for its answer.
    private static readonly TimeSpan LongestForReply = TimeSpan.FromSeconds(6);

    private readonly ConcurrentDictionary<long, Lazy<Task>> _underWay = [];
    private long _slowUntil;

    /// <summary>A translator is configured.</summary>
    public bool IsOn => service.Translator is not null;

    /// <summary>What is kept of this case, and what comes within two seconds.</summary>
    public async Task<CaseTranslation> OfAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var parts = CaseParts.InWordsOfResident(file);
        var kept = await KeptAsync(file, cancellationToken);
        if (!IsOn || parts.Keys.All(kept.ContainsKey))
            return new CaseTranslation(kept, IsMissing: false);
        var work = _underWay.GetOrAdd(file.Case.Id, _ => new Lazy<Task>(() => TranslateAsync(file, parts.Where(p => !kept.ContainsKey(p.Key)).ToDictionary()))).Value;
        await WaitAsync(work, cancellationToken);
        kept = await KeptAsync(file, cancellationToken);
        return new CaseTranslation(kept, IsMissing: !parts.Keys.All(kept.ContainsKey));
    }

    /// <summary>A reply in the resident's language, and what the machine makes of that in English: sense that was lost shows there.</summary>
    /// <returns>Without text if there is no translation within six seconds; its <c>Back</c> is null likewise.</returns>
    public async Task<(TextTranslation Text, string? Back)> ForResidentAsync(string original, string language, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestForReply);
        var translated = await TranslateAsync(original, ContentLibrary.ReferenceTag, language, limit.Token);
        return (translated, translated.Text is { } text ? (await TranslateAsync(text, language, ContentLibrary.ReferenceTag, limit.Token)).Text : null);
    }

    private async Task WaitAsync(Task work, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isSlow = now.UtcTicks < Interlocked.Read(ref _slowUntil);
        var ended = await Task.WhenAny(work, Task.Delay(isSlow ? LongestWhileSlow : LongestForPage, clock, cancellationToken));
        if (ended == work)
            Interlocked.Exchange(ref _slowUntil, 0);
        else if (!isSlow)
            Interlocked.Exchange(ref _slowUntil, (now + SlowFor).UtcTicks);
    }

    private async Task<TextTranslation> TranslateAsync(string text, string from, string to, CancellationToken limit)
    {
        try
        {
            return service.Translator is { } translator ? (await translator.TranslateAsync([text], from, to, limit))[0] : TextTranslation.None;
        }
        catch (OperationCanceledException)
        {
            return TextTranslation.None;
        }
    }

    private Task<IReadOnlyDictionary<string, string>> KeptAsync(CaseFile file, CancellationToken cancellationToken) =>
        store.OfCaseAsync(file.Case.Id, ContentLibrary.ReferenceTag, cancellationToken);

    // It goes on when the officer has left the page: what was paid for is kept.
    private async Task TranslateAsync(CaseFile file, Dictionary<string, string> parts)
    {
        try
        {
            var texts = parts.ToList();
            var translated = await service.Translator!.TranslateAsync(
                texts.ConvertAll(t => t.Value), file.Case.LanguageOfWords, ContentLibrary.ReferenceTag, CancellationToken.None);
            // A service that refuses everything may have a wrong setting: it is asked again when the case is opened again.
            var isWell = translated.Any(t => t.Text is not null);
            var found = texts.Zip(translated).Where(t => t.Second.Text is not null || (isWell && t.Second.IsRefused))
                .ToDictionary(t => t.First.Key, t => t.Second.Text ?? CaseParts.Untranslatable);
            await store.KeepAsync(file, ContentLibrary.ReferenceTag, found, CancellationToken.None);
        }
        // Nobody waits for it any more: the end of this work is the last place where a failure can be told.
        catch (Exception failed)
        {
            var kind = failed.GetType().Name;
            NotKept(file.Case.Id, kind);
        }
        finally
        {
            _underWay.TryRemove(file.Case.Id, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The translation of case {CaseId} was not kept: {Kind}.")]
    private partial void NotKept(long caseId, string kind);
}

/// <param name="Texts">By part of the case; <see cref="CaseParts.Untranslatable"/> where the service has none; what has none yet is not in it.</param>
/// <param name="IsMissing">Something has no translation yet, though it should.</param>
internal sealed record CaseTranslation(IReadOnlyDictionary<string, string> Texts, bool IsMissing)
{
    public string? Of(string part) => Texts.GetValueOrDefault(part);
}
