using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;

namespace EngagementBot.Web.Officers;

/// <summary>What happened to a case after an officer's page was opened.</summary>
/// <param name="seen">The last event that stood on the page.</param>
internal sealed class CaseSince(CaseFile file, long seen, Officer officer)
{
    /// <summary>What the officer should know before writing to the resident or changing the state.</summary>
    public IReadOnlyList<CaseEvent> ByOthers =>
        [.. After.Where(e => e.Actor.OfficerId != officer.Id).Where(e => e.Type is CaseEventType.Replied or CaseEventType.ResidentWrote or CaseEventType.PictureCame or CaseEventType.TextFailed
            or CaseEventType.Claimed or CaseEventType.StateChanged or CaseEventType.Reopened)];

    /// <summary>True if this officer has just done the same: the button was pressed twice.</summary>
    public bool Repeats(CaseEventType type, string? text) =>
        text is not null && After.Any(e => e.Type == type && e.Actor.OfficerId == officer.Id && e.Text == text.Trim());

    private IEnumerable<CaseEvent> After => file.Events.Where(e => e.Sequence > seen);
}
