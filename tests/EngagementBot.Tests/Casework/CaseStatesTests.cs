using EngagementBot.Casework.Cases;

namespace EngagementBot.Tests.Casework;

public sealed class CaseStatesTests
{
    public static TheoryData<CaseState> All => [.. Enum.GetValues<CaseState>()];

    [Theory]
    [MemberData(nameof(All))]
    public void AStateIsReadBackByItsName(CaseState state) => CaseStates.Parse(state.Name()).ShouldBe(state);

    [Theory]
    [InlineData("in-progress", CaseState.InProgress)]
    [InlineData("waiting", CaseState.Waiting)]
    [InlineData("InProgress", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void NamesAreThoseOfTheExport(string? name, CaseState? state) => CaseStates.Parse(name).ShouldBe(state);

    [Fact]
    public void OnlyResolvedClosedAndWithdrawnHaveEnded() =>
        Enum.GetValues<CaseState>().Where(s => s.IsEnded()).ShouldBe([CaseState.Resolved, CaseState.Closed, CaseState.Withdrawn]);

    [Fact]
    public void OnlyTheResidentWithdrawsACaseAndThenItStaysSo()
    {
        Enum.GetValues<CaseState>().ShouldAllBe(s => !s.Next().Contains(CaseState.Withdrawn));
        CaseState.Withdrawn.Next().ShouldBeEmpty();
    }

    [Fact]
    public void NoCaseBecomesNewAgain() => Enum.GetValues<CaseState>().ShouldAllBe(s => !s.Next().Contains(CaseState.New));

    [Fact]
    public void WhatHasEndedCanBeOpenedAgain()
    {
        CaseState.Resolved.Next().ShouldContain(CaseState.InProgress);
        CaseState.Closed.Next().ShouldBe([CaseState.InProgress]);
    }
}
