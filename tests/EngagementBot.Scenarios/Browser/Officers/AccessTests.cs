using System.Net;

namespace EngagementBot.Scenarios.Browser.Officers;

public sealed class AccessTests(LiaisonOffice office)
{
    [Fact]
    public async Task OfficerWithDelegatedAuthorityOpensNoCase()
    {
        using var complaint = await FiledComplaint.FileAsync(await office.ServiceAsync(), "A deputy refused to write down what I said.");
        using var delegated = await office.OfficerAsync(LiaisonOffice.Delegated);
        foreach (var page in new[] { "/console", "/console?handler=List", $"/console/cases/{complaint.Number}", $"/console/cases/{complaint.Number}/text", "/console/texts", "/console/officers" })
        {
            var refused = await delegated.FollowAsync(page);
            refused.Status.ShouldBe(HttpStatusCode.Forbidden, page);
            refused.Text.ShouldContain("delegated 287(g) authority");
            refused.Text.ShouldNotContain("refused to write down");
        }
        var list = await delegated.GetAsync("/console?handler=List", isScript: true);
        list.Status.ShouldBe(HttpStatusCode.Forbidden);
        list.Html.ShouldNotContain("refused to write down");
    }

    [Fact]
    public async Task OfficerWithDelegatedAuthorityCannotPressAnythingOnACaseEither()
    {
        using var complaint = await FiledComplaint.FileAsync(await office.ServiceAsync(), "A deputy kept my grandmother's walking stick.");
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        using var delegated = await office.OfficerAsync(LiaisonOffice.Delegated);
        var page = await ana.OpenAsync(complaint.Number);
        (await delegated.PressAsync(page, "Note", ("note", "written by hand"))).Location.ShouldNotBeNull().ShouldStartWith("/console/no-access");
        (await ana.OpenAsync(complaint.Number)).Page.Text.ShouldNotContain("written by hand");
    }

    [Fact]
    public async Task ListOfOfficersIsForSupervisors()
    {
        using var liaison = await office.OfficerAsync(LiaisonOffice.Ana);
        (await liaison.FollowAsync("/console/officers")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var supervisor = await office.OfficerAsync(LiaisonOffice.Supervisor);
        (await supervisor.GetAsync("/console/officers")).Text.ShouldContain(LiaisonOffice.Delegated);
    }
}
