using System.Net;

namespace EngagementBot.Scenarios.Browser.Officers;

/// <summary>What an officer types is neither lost nor sent by mistake, nor twice.</summary>
public sealed class CaseFormTests(LiaisonOffice office)
{
    private const string Replied = "replied to the resident";

    [Fact]
    public async Task FormWithoutItsTokenChangesNothing()
    {
        using var complaint = await FileAsync();
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        var page = await ana.OpenAsync(complaint.Number);
        string[] forms = ["Take", "Note", "Reply", "State", "Contacts"];
        foreach (var form in forms)
        {
            var refused = await ana.PostAsync(
                $"/console/cases/{complaint.Number}?handler={form}", ("seen", page.Seen), ("note", "forged"), ("reply", "forged"), ("confirmed", "true"), ("state", "resolved"));
            refused.Location.ShouldBe($"/console/cases/{complaint.Number}?expired=true", form);
        }
        var after = await ana.GetAsync($"/console/cases/{complaint.Number}?expired=true");
        after.Text.ShouldContain("nothing was saved");
        after.Text.ShouldNotContain("forged");
        OpenCase.Read(complaint.Number, after).Seen.ShouldBe(page.Seen);
    }

    [Fact]
    public async Task FormOfAnotherOfficersSignInChangesNothing()
    {
        using var complaint = await FileAsync();
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        using var ben = await office.OfficerAsync(LiaisonOffice.Ben);
        var page = await ana.OpenAsync(complaint.Number);
        await ben.OpenAsync(complaint.Number);
        (await ben.PressAsync(page, "Note", ("note", "not Ben's form"))).Location.ShouldNotBeNull().ShouldEndWith("?expired=true");
        (await ana.OpenAsync(complaint.Number)).Page.Text.ShouldNotContain("not Ben's form");
    }

    [Fact]
    public async Task ReplyThatWasNotConfirmedStaysInItsFieldAndIsNotSent()
    {
        using var complaint = await FileAsync();
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        var refused = await ana.PressAsync(await ana.OpenAsync(complaint.Number), "Reply", ("reply", "We will call <the witness> & you."));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Text.ShouldContain("It is not sent yet.");
        refused.Text.ShouldContain("We will call <the witness> & you.");
        refused.Text.ShouldNotContain(Replied);
        (await complaint.Resident.NewMessagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReplyIsHeldBackUntilTheOfficerHasSeenWhatAnotherWroteMeanwhile()
    {
        using var complaint = await FileAsync();
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        using var ben = await office.OfficerAsync(LiaisonOffice.Ben);
        var page = await ana.OpenAsync(complaint.Number);
        await ben.PressAsync(await ben.OpenAsync(complaint.Number), "Reply", ("reply", "Ben has asked for the recording."), ("confirmed", "true"));

        var held = await ana.PressAsync(page, "Reply", ("reply", "Ana is looking into it."), ("confirmed", "true"));
        held.Status.ShouldBe(HttpStatusCode.OK);
        held.Text.ShouldContain("Nothing was sent or changed");
        held.Text.ShouldContain("Ben has asked for the recording.");
        held.Text.ShouldContain("Ana is looking into it.");
        held.Count(Replied).ShouldBe(2, "Ben's reply, in the news and in the history");
        (await complaint.Resident.NewMessagesAsync()).ShouldHaveSingleItem();

        var sent = await ana.PressAsync(OpenCase.Read(complaint.Number, held), "Reply", ("reply", "Ana is looking into it."), ("confirmed", "true"));
        sent.Location.ShouldBe($"/console/cases/{complaint.Number}");
        (await complaint.Resident.NewMessagesAsync()).ShouldHaveSingleItem().Text.ShouldContain("Ana is looking into it.");
    }

    [Fact]
    public async Task ReplyWhoseButtonWasPressedManyTimesReachesTheResidentOnce()
    {
        using var complaint = await FileAsync();
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        var page = await ana.OpenAsync(complaint.Number);
        (string, string)[] reply = [("reply", "The recording is being looked at."), ("confirmed", "true")];
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ana.PressAsync(page, "Reply", reply)));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Redirect);
        (await ana.PressAsync(page, "Reply", reply)).Status.ShouldBe(HttpStatusCode.Redirect);

        (await ana.OpenAsync(complaint.Number)).Page.Count(Replied).ShouldBe(1);
        (await complaint.Resident.NewMessagesAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Note", "note")]
    [InlineData("Reply", "reply")]
    public async Task TextThatIsTooLongIsRefusedAndKeptWhole(string form, string field)
    {
        using var complaint = await FileAsync();
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        var text = string.Concat(Enumerable.Repeat("ñandú ", 666)) + "12345";
        text.Length.ShouldBe(4001);
        var refused = await ana.PressAsync(await ana.OpenAsync(complaint.Number), form, (field, text), ("confirmed", "true"));
        refused.Text.ShouldContain("4,001 characters");
        refused.Text.ShouldContain(text);
        refused.Text.ShouldNotContain(Replied);
        refused.Text.ShouldNotContain("wrote an internal note");
    }

    [Fact]
    public async Task ContactDetailsAreShownOnlyOnAPressAndEachShowingIsWrittenDown()
    {
        const string wasRead = "read the contact details";
        using var complaint = await FileAsync("312 555 0187");
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        var page = await ana.OpenAsync(complaint.Number);
        page.Page.Text.ShouldNotContain("0187");
        for (var press = 1; press <= 2; press++)
        {
            var shown = await ana.PressAsync(page, "Contacts");
            shown.Text.ShouldContain("0187");
            shown.Count(wasRead).ShouldBe(press);
        }
        var byAddress = await ana.GetAsync($"/console/cases/{complaint.Number}?handler=Contacts");
        byAddress.Text.ShouldNotContain("0187");
        byAddress.Count(wasRead).ShouldBe(2);
    }

    private async Task<FiledComplaint> FileAsync(string contact = "No contact") =>
        await FiledComplaint.FileAsync(await office.ServiceAsync(), "A deputy shouted at my aunt in the parking lot.", contact);
}
