using EngagementBot.Casework.Cases;
using EngagementBot.Web.Officers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Pages.Console;

internal sealed class NoAccessModel(CaseAccess access) : PageModel
{
    public bool IsDelegated { get; private set; }

    public void OnGet()
    {
        IsDelegated = !access.MayOpenCases(HttpContext.Officer()!);
        Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
