using System.Net;
using System.Text.RegularExpressions;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Answers;

/// <summary>Every answer as a page, without a script.</summary>
public sealed partial class AnswerPageTests(RunningServices services)
{
    [Theory]
    [MemberData(nameof(ServiceProgram.Languages), MemberType = typeof(ServiceProgram))]
    public async Task TheListLeadsToEveryAnswerAndEachIsAWholePage(string language)
    {
        using var http = await OpenAsync();
        var list = await http.GetStringAsync(new Uri($"/{language}/answers", UriKind.Relative), TestContext.Current.CancellationToken);
        var pages = AnswerLink().Matches(list).Select(m => m.Groups[1].Value).ToList();
        pages.Count.ShouldBe(Directory.GetFiles(Path.Combine(ServiceProgram.Folder, "locales", "en", "answers")).Length);
        pages.ShouldAllBe(p => p.StartsWith($"/{language}/answers/", StringComparison.Ordinal));
        foreach (var path in pages)
        {
            var page = await http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            page.ShouldContain($"<html lang=\"{language}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\">");
            page.ShouldContain($"<link rel=\"canonical\" href=\"{http.BaseAddress!.OriginalString.TrimEnd('/')}{path}\">");
            page.ShouldContain("hreflang=\"x-default\"");
            page.ShouldContain("href=\"https://");
            page.ShouldNotContain("<script");
            page.ShouldNotContain("{agency.");
            page.ShouldNotContain(":::");
        }
    }

    [Theory]
    [InlineData("/xx", "es-MX,es;q=0.9,en;q=0.5", "es")]
    [InlineData("/xx/answers", "ar", "ar")]
    [InlineData("/es/answers/no.such", "en-US", "en")]
    [InlineData("/es/answers/program.what/more", "tlh, ar;q=0.8", "ar")]
    [InlineData("/%2e%2e/etc", "", "en")]
    public async Task AnAddressThatLeadsNowhereIsAPageInTheBrowsersLanguage(string path, string accepted, string language)
    {
        using var http = await OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"<html lang=\"{language}\"");
    }

    [Fact]
    public async Task WhoAsksForNoPageGetsAProblem()
    {
        using var http = await OpenAsync();
        using var answer = await http.GetAsync(new Uri("/xx/answers", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task AnAnswerDependsOnTheAgencysModel()
    {
        using var jail = new HttpClient { BaseAddress = (await services.OfAsync("WSO")).Address };
        using var street = new HttpClient { BaseAddress = (await services.OfAsync("TFM")).Address };
        var path = new Uri("/en/answers/stop.traffic", UriKind.Relative);
        (await jail.GetStringAsync(path, TestContext.Current.CancellationToken)).ShouldNotBe(await street.GetStringAsync(path, TestContext.Current.CancellationToken));
    }

    private async Task<HttpClient> OpenAsync() => new() { BaseAddress = (await services.OfAsync()).Address };

    [GeneratedRegex("<li><a href=\"(/[^\"]+/answers/[^\"]+)\"")]
    private static partial Regex AnswerLink();
}
