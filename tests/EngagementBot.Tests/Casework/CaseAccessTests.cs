using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;

namespace EngagementBot.Tests.Casework;

public sealed class CaseAccessTests
{
    private readonly CaseAccess _access = new(delegatedOfficersMayOpen: false);

    [Theory]
    [InlineData("Ana Ruiz", "A deputy pushed my brother.", true)]
    [InlineData("Ana Ruiz", "Deputy Ruiz pushed my brother.", false)]
    [InlineData("Ana Ruiz", "it was ruiz, badge 12", false)]
    [InlineData("Ana Ruiz", "Ruiz", false)]
    [InlineData("Ana Ruiz", "my neighbour Ruizito saw it", true)]
    [InlineData("Sean O'Brien", "officer o'brien laughed", false)]
    [InlineData("José Núñez", "el oficial Nunez me empujo", false)]
    [InlineData("Jose Nunez", "el oficial Núñez me empujó", false)]
    [InlineData("Thomas Lee", "they lee me alone", true)]
    public void TheNamedOfficerDoesNotSeeTheCase(string officer, string text, bool mayOpen) =>
        _access.MayOpen(Officer(officer), About(text)).ShouldBe(mayOpen);

    [Fact]
    public void TheNameIsFoundInTheOtherAnswersToo() =>
        _access.MayOpen(Officer("Ana Ruiz"), About("He was rude.") with { Answers = new Dictionary<string, string> { ["where"] = "at Ruiz' car" } }).ShouldBeFalse();

    [Fact]
    public void AnOfficerWithDelegatedAuthorityOpensNoCaseUnlessTheAgencyDecidesSo()
    {
        var delegated = Officer("Ana Ruiz") with { HasDelegatedAuthority = true };
        _access.MayOpenCases(delegated).ShouldBeFalse();
        _access.MayOpen(delegated, About("He was rude.")).ShouldBeFalse();
        var decided = new CaseAccess(delegatedOfficersMayOpen: true);
        decided.MayOpen(delegated, About("He was rude.")).ShouldBeTrue();
        decided.MayOpen(delegated, About("Ruiz was rude.")).ShouldBeFalse();
    }

    [Fact]
    public void ADisabledOfficerOpensNothing() => _access.MayOpenCases(Officer("Ana Ruiz") with { Disabled = true }).ShouldBeFalse();

    private static Officer Officer(string name) => new(1, name, OfficerRole.Liaison, false, false, null, "", 0, null);

    private static Case About(string text) => new()
    {
        Id = 1, Number = "2026-000001", Kind = "complaint", State = CaseState.New, Priority = 3, Queue = "conduct", Language = "en", Channel = "directline",
        Text = text, Answers = new Dictionary<string, string>(), Reasons = [], Sentiment = "negative", FiledAt = default, FirstAnswerDue = default,
        ResolutionDue = default, Version = 1,
    };
}
