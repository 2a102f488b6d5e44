namespace EngagementBot.Web.DirectLine;

/// <summary>What goes wrong behind the doors of Direct Line is answered as its manual says: 502 where a message was not taken, else 500.</summary>
internal sealed class DirectLineFailures(TurnFailures failures) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception failed) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            failures.Report(failed);
            return IsMessage(context.HttpContext.Request) ? DirectLineErrors.BotFailed() : DirectLineErrors.ServiceFailed();
        }
    }

    private static bool IsMessage(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value?.EndsWith("/activities", StringComparison.Ordinal) == true;
}
