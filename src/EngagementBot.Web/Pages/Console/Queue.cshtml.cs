using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Web.Officers;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Pages.Console;

/// <summary>What must be acted on first. The filters are in the address, so that they can be kept and shared.</summary>
internal sealed class QueueModel(ICaseStore store, CaseAccess access, OfficeClock clock, CaseLanguages languages) : PageModel
{
    private const int PageSize = 50;

    // More unclaimed urgent cases than this are told as "200".
    private const int MostUrgent = 200;
    private const int LastPage = 10_000;
    private const string EveryState = "all";

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    /// <summary>From 1. "page" is a word of the framework's routes.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<Case> Cases { get; private set; } = [];

    /// <summary>Whatever the filters are: nobody may miss one.</summary>
    public IReadOnlyList<string> Urgent { get; private set; } = [];

    /// <summary>Cases whose resident a text message did not reach.</summary>
    public IReadOnlyList<string> NotReached { get; private set; } = [];

    public bool HasMore { get; private set; }

    public bool IsFiltered => Language is not null || Kind is not null || State is not null || Mine;

    public OfficeClock Clock => clock;

    public CaseLanguages Languages => languages;

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>The list alone, for the page that refreshes itself.</summary>
    public async Task<IActionResult> OnGetListAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Partial("_QueueList", this);
    }

    public string Address(int page)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("language", Language), ("kind", Kind), ("state", State), ("mine", Mine ? "true" : null), ("p", page > 1 ? $"{page}" : null) })
        {
            if (value is not null)
                query.Add(name, value);
        }
        return ConsoleSetup.Home + query;
    }

    public static bool IsAnswerDue(Case about) => about.FirstAnsweredAt is null;

    public static DateTimeOffset Due(Case about) => IsAnswerDue(about) ? about.FirstAnswerDue : about.ResolutionDue;

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Tidy();
        var officer = HttpContext.Officer()!;
        var filter = new QueueFilter(
            Language, Kind, CaseStates.Parse(State), State == EveryState, Mine ? officer.Id : null, Skip: (Number - 1) * PageSize, Take: PageSize + 1);
        var found = await store.QueueAsync(filter, cancellationToken);
        HasMore = found.Count > PageSize;
        Cases = [.. found.Take(PageSize).Where(c => access.MayOpen(officer, c))];
        Urgent = await NumbersAsync(new QueueFilter(UnclaimedUrgent: true, Take: MostUrgent), officer, cancellationToken);
        NotReached = await NumbersAsync(new QueueFilter(State: CaseState.NotReached, Take: MostUrgent), officer, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> NumbersAsync(QueueFilter filter, Officer officer, CancellationToken cancellationToken)
    {
        var found = await store.QueueAsync(filter, cancellationToken);
        return [.. found.Where(c => access.MayOpen(officer, c)).Select(c => c.Number)];
    }

    // An address with a filter that does not exist (any more) shows everything rather than nothing.
    private void Tidy()
    {
        Number = Math.Clamp(Number, 1, LastPage);
        Kind = CaseWords.Kinds.Contains(Kind) ? Kind : null;
        Language = languages.Offered.Any(l => l.Tag == Language) ? Language : null;
        State = State == EveryState || CaseStates.Parse(State) is not null ? State : null;
    }
}
