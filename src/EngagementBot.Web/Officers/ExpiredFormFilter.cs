using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Officers;

/// <summary>A form of an earlier sign-in is not taken. The officer gets the page afresh, told so; the draft is still in the tab.</summary>
internal sealed class ExpiredFormFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult || context.ActionDescriptor is not PageActionDescriptor)
            return;
        var here = context.HttpContext.Request.PathBase + context.HttpContext.Request.Path;
        context.Result = new LocalRedirectResult($"{here}?expired=true");
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
