using EngagementBot.Casework.Officers;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Officers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EngagementBot.Web.Pages.Console;

/// <summary>Behind the one-time link of <c>officer add</c>. The secret stands in the fragment of its address, which no log sees.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class WelcomeModel(OfficerRegister register) : PageModel
{
    // A longer one would only keep the hasher busy.
    private const int LongestPassword = 200;

    [BindProperty]
    public string? Secret { get; set; }

    public string? Problem { get; private set; }

    public void OnGet(bool expired) => Problem = expired ? "The form was open too long. Please open your link again." : null;

    public async Task<IActionResult> OnPostAsync([FromForm] string? password, [FromForm] string? again, CancellationToken cancellationToken)
    {
        Problem = ProblemWith(password ?? "", again);
        if (Problem is not null)
            return Page();
        // Whoever pastes the whole link means its end.
        var secret = (Secret ?? "").Trim().Split('#')[^1];
        if (await register.AcceptAsync(secret, password!, cancellationToken) is not { Disabled: false } officer)
        {
            Problem = "This code is unknown, used or older than 24 hours. Ask the administrator for a new link.";
            return Page();
        }
        await HttpContext.SignInAsync(OfficerCookie.PrincipalOf(officer));
        return LocalRedirect(ConsoleSetup.Home);
    }

    private static string? ProblemWith(string password, string? again) => password.Length switch
    {
        < OfficerRegister.ShortestPassword => $"The password has {password.Length} characters. It needs at least {OfficerRegister.ShortestPassword}.",
        > LongestPassword => $"The password is longer than {LongestPassword} characters.",
        _ => password == again ? null : "The two passwords are not the same.",
    };
}
