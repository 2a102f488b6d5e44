namespace EngagementBot.Web.DirectLine;

/// <summary>Errors as the manual of Direct Line wants them (<c>error.code</c>), inside ProblemDetails (RFC 9457).</summary>
internal static class DirectLineErrors
{
    public static IResult Unauthorized() => Problem(401, "BadArgument", "Send the token as Authorization: Bearer ...");

    public static IResult Forbidden() => Problem(403, "BadArgument", "The token is not valid for this conversation.");

    public static IResult TokenExpired() => Problem(403, "TokenExpired", "The token has expired. Get a new one.");

    public static IResult NotFound() => Problem(404, "BadArgument", "There is no such conversation.");

    public static IResult BadRequest(string message) => Problem(400, "BadArgument", message);

    public static IResult TooLarge() => Problem(413, "BadArgument", "The body is larger than 256 KB.");

    public static IResult Ended() => Problem(404, "BadArgument", "The conversation has ended.");

    public static IResult BotFailed() => Problem(502, "BotRejectedActivity", "The message was not stored. Send it again.");

    public static IResult ServiceFailed() => Problem(500, "ServiceError", "The service cannot answer now. Try again.");

    public static IResult Problem(int status, string code, string message) => Results.Problem(
        statusCode: status, detail: message, extensions: new Dictionary<string, object?> { ["error"] = new Dictionary<string, string> { ["code"] = code, ["message"] = message } });
}
