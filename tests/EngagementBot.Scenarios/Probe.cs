namespace EngagementBot;
public sealed class Probe { [Fact] public void Runs() => 1.ShouldBe(1); }
