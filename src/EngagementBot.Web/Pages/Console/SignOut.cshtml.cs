using EngagementBot.Web.Officers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Pages.Console;

internal sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect(ConsoleSetup.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        return LocalRedirect("/console/sign-in?signedOut=true");
    }
}
