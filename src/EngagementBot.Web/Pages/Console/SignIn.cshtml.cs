using EngagementBot.Casework.Officers;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Officers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EngagementBot.Web.Pages.Console;

[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SignInModel(OfficerRegister register) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public string? Problem { get; private set; }

    public bool SignedOut { get; private set; }

    public IActionResult OnGet(bool expired, bool signedOut)
    {
        SignedOut = signedOut;
        if (expired)
            Problem = "The form was open too long. Please sign in again.";
        return HttpContext.Officer() is null ? Page() : LocalRedirect(Target());
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? password, CancellationToken cancellationToken)
    {
        var officer = await register.SignInAsync(Name ?? "", password ?? "", cancellationToken);
        if (officer is not null)
        {
            await HttpContext.SignInAsync(OfficerCookie.PrincipalOf(officer));
            return LocalRedirect(Target());
        }
        // One text for every reason: it must not tell which names exist or are locked.
        Problem = "That did not work. Check the name and the password. After several failures, wait 15 minutes.";
        return Page();
    }

    // Only to the console itself: a link must not send an officer who has just signed in elsewhere.
    private string Target() =>
        Url.IsLocalUrl(ReturnUrl) && (ReturnUrl == ConsoleSetup.Home || ReturnUrl.StartsWith("/console/", StringComparison.Ordinal) || ReturnUrl.StartsWith("/console?", StringComparison.Ordinal))
            ? ReturnUrl
            : ConsoleSetup.Home;
}
