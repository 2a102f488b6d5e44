using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Triage;
using EngagementBot.Content;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.Hosting;

/// <summary>The content as it was read at one time, and all that is made of it.</summary>
internal sealed class Edition
{
    private readonly Dictionary<Type, object> _parts = [];

    private Edition(string fingerprint, ContentLibrary content)
    {
        Fingerprint = fingerprint;
        Content = content;
    }

    public string Fingerprint { get; }

    public ContentLibrary Content { get; }

    /// <exception cref="ContentException">Something in the content is wrong.</exception>
    public static Edition Read(IServiceProvider services, IReadOnlyList<Type> parts)
    {
        var settings = services.GetRequiredService<ServiceSettings>();
        var fingerprint = ContentFingerprint.Of(settings.ContentDirectory);
        var content = ContentLibrary.Load(settings.ContentDirectory, settings.Agency);
        var cache = Cache(settings, fingerprint);
        var edition = new Edition(fingerprint, content);
        var understanding = edition.Add(
            new MessageUnderstanding(content, new LocalTextAnalytics(content, cache), cache, TextAnalyticsServices.SecondOpinion(services, content)));
        var filing = edition.Add(ActivatorUtilities.CreateInstance<CaseFiling>(services, new TriageOfficer(content.Triage, settings.Office)));
        edition.Add(ActivatorUtilities.CreateInstance<TurnPipeline>(services, content, understanding, filing));
        edition.Add(ActivatorUtilities.CreateInstance<CaseDesk>(services, content));
        foreach (var part in parts)
            edition._parts.Add(part, ActivatorUtilities.CreateInstance(services, part, content));
        return edition;
    }

    /// <summary>Where what is learned from this content is kept.</summary>
    public static LearningCache Cache(ServiceSettings settings, string fingerprint) =>
        LearningCache.In(settings.CacheDirectory, fingerprint, typeof(ContentLibrary), typeof(MessageUnderstanding));

    public T Part<T>()
        where T : notnull => (T)_parts[typeof(T)];

    public object Part(Type type) => _parts[type];

    private T Add<T>(T part)
        where T : notnull
    {
        _parts.Add(typeof(T), part);
        return part;
    }
}

/// <summary>The edition in use. Who asks for a part of it while a turn runs keeps the one with which the turn began.</summary>
internal sealed class Editions(IServiceProvider services, IEnumerable<EditionPart> parts)
{
    private readonly List<Type> _parts = [.. parts.Select(p => p.Type)];
    private readonly Lock _first = new();
    private Edition? _current;

    /// <exception cref="ContentException">On first use: something in the content is wrong.</exception>
    public Edition Current
    {
        get
        {
            lock (_first)
                return _current ??= Edition.Read(services, _parts);
        }
    }

    /// <exception cref="ContentException">Something in the content is wrong; the edition in use stays.</exception>
    public void ReadAgain()
    {
        var next = Edition.Read(services, _parts);
        lock (_first)
            _current = next;
    }
}

/// <summary>Something of the web that is made anew with each edition.</summary>
internal sealed record EditionPart(Type Type);

internal static class EditionServices
{
    /// <summary>Each request gets what the edition in use has.</summary>
    public static IServiceCollection AddEditions(this IServiceCollection services)
    {
        services.AddSingleton<Editions>();
        services.AddTransient(p => p.GetRequiredService<Editions>().Current.Content);
        foreach (var type in new[] { typeof(MessageUnderstanding), typeof(CaseFiling), typeof(TurnPipeline), typeof(CaseDesk) })
            services.AddTransient(type, p => p.GetRequiredService<Editions>().Current.Part(type));
        return services;
    }

    public static IServiceCollection AddEditionPart<T>(this IServiceCollection services)
        where T : class
    {
        services.AddSingleton(new EditionPart(typeof(T)));
        return services.AddTransient(p => p.GetRequiredService<Editions>().Current.Part<T>());
    }
}
