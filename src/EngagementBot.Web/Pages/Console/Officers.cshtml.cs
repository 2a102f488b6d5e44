using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Web.Officers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Pages.Console;

/// <summary>For supervisors and administrators, to look at.</summary>
internal sealed class OfficersModel(IOfficerStore store, CaseAccess access, OfficeClock clock) : PageModel
{
    public IReadOnlyList<Officer> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => All = await store.ListAsync(cancellationToken);

    public string Authority(Officer officer) => (officer.HasDelegatedAuthority, access.MayOpenCases(officer with { Disabled = false })) switch
    {
        (false, _) => "No",
        (true, false) => "Yes: cannot open cases",
        (true, true) => "Yes: may open cases, as the agency has decided",
    };

    public string State(Officer officer) => officer switch
    {
        { Disabled: true } => "Disabled",
        { PasswordHash: null } => "Invited, has no password yet",
        _ when officer.LockedUntil > clock.Now => $"Locked until {clock.TimeOfDay(officer.LockedUntil.Value)} after failed sign-ins",
        _ => "Active",
    };
}
