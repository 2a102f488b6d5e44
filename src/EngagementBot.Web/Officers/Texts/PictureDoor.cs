using System.Globalization;
using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Receipts;

namespace EngagementBot.Web.Officers.Texts;

/// <summary><c>GET /console/cases/{number}/pictures/{picture}</c>: a resident's picture as a file for the officer's own program. No byte of it is
/// looked at here, and none is shown in the console's own page.</summary>
internal static class PictureDoor
{
    private const string Pattern = $"{ConsoleSetup.Home}/cases/{{number}}/pictures/{{picture:long}}";

    // Residents change a case too: the officer's look is told on the newest version.
    private const int MostTries = 5;

    public static void MapPictures(this WebApplication app) => app.MapGet(Pattern, OpenAsync).RequireAuthorization(ConsoleAccess.OpensCases);

    public static string Of(Case about, CasePicture picture) => string.Create(CultureInfo.InvariantCulture, $"{ConsoleSetup.Home}/cases/{about.Number}/pictures/{picture.Number}");

    // Nobody reads before it is told that he did.
    private static async Task<IResult> OpenAsync(
        string number, long picture, HttpContext context, CaseDesk desk, IPictureStore pictures, IConfidentialText confidential, CancellationToken cancellationToken)
    {
        var officer = context.Officer()!;
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await desk.FindAsync(number, officer, cancellationToken) is not { } file || await pictures.FindAsync(file.Case.Id, picture, cancellationToken) is not { } kept)
                return Results.NotFound();
            if (confidential.Unprotect(kept.Content) is not { } content)
                return Results.Problem(statusCode: 500, detail: "The picture cannot be read any more: a key is missing.");
            if (await desk.ReadPictureAsync(file, officer, picture, cancellationToken) == CaseOutcome.Done)
                return File(context, content, kept.Type, $"{file.Case.Number}-{picture}");
        }
        return Results.Problem(statusCode: 409, detail: "Others are changing this case just now. Open the picture again.");
    }

    private static IResult File(HttpContext context, byte[] content, string type, string name)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.File(content, type, $"{name}.{type.Split('/')[1].Replace("jpeg", "jpg", StringComparison.Ordinal)}");
    }
}
