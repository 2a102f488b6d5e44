namespace EngagementBot.Casework.Cases;

public enum CaseState
{
    New,
    Acknowledged,
    InProgress,
    Waiting,
    Resolved,
    Closed,
    Withdrawn,

    /// <summary>A text message to the resident failed: somebody must find another way.</summary>
    NotReached,
}

public static class CaseStates
{
    /// <summary>The name in the store, in exports and in <c>state.*</c> of strings.json: new, acknowledged, in-progress ...</summary>
    public static string Name(this CaseState state) => state switch
    {
        CaseState.InProgress => "in-progress",
        CaseState.NotReached => "not-reached",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <returns>Null for an unknown name.</returns>
    public static CaseState? Parse(string? name)
    {
        foreach (var state in Enum.GetValues<CaseState>())
        {
            if (state.Name() == name)
                return state;
        }
        return null;
    }

    public static bool IsEnded(this CaseState state) => state is CaseState.Resolved or CaseState.Closed or CaseState.Withdrawn;

    /// <summary>Where an officer may move a case from here.</summary>
    public static IReadOnlyList<CaseState> Next(this CaseState state) => state switch
    {
        CaseState.New or CaseState.Acknowledged => [CaseState.Acknowledged, CaseState.InProgress, CaseState.Waiting, CaseState.Resolved, CaseState.Closed],
        CaseState.NotReached => [CaseState.InProgress, CaseState.Waiting, CaseState.Resolved, CaseState.Closed],
        CaseState.InProgress => [CaseState.Waiting, CaseState.Resolved, CaseState.Closed],
        CaseState.Waiting => [CaseState.InProgress, CaseState.Resolved, CaseState.Closed],
        CaseState.Resolved => [CaseState.InProgress, CaseState.Closed],
        CaseState.Closed => [CaseState.InProgress],
        _ => [],
    };
}
