namespace EngagementBot.Scenarios.Service;

/// <summary>Tests that time what they see, or take both processors: one after the other, and nothing else beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
