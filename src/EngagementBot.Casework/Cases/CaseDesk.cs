using System.Globalization;
using EngagementBot.Casework.Officers;
using EngagementBot.Content;

namespace EngagementBot.Casework.Cases;

/// <summary>What an officer does with a case. Each verb is one change, with its events, or nothing.</summary>
public sealed class CaseDesk(ICaseStore store, ContentLibrary content, CaseAccess access, TimeProvider clock)
{
    /// <summary>The longest note or reply, in characters.</summary>
    public const int LongestText = 4000;

    // A page that is shown again after each press of a button is still the same look at the case.
    private static readonly TimeSpan SameLook = TimeSpan.FromMinutes(5);

    /// <summary>Shows the case with its history; an officer's look is an event, and so is each later one.</summary>
    /// <returns>Null if there is no such case or this officer may not see it.</returns>
    public async Task<CaseFile?> OpenAsync(string number, Officer officer, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(number, cancellationToken);
        if (found is null || !access.MayOpen(officer, found))
            return null;
        var events = await store.EventsAsync(found.Id, cancellationToken);
        var last = events.LastOrDefault(e => e.Type == CaseEventType.Opened && e.Actor.OfficerId == officer.Id);
        if (last is not null && clock.GetUtcNow() - last.At < SameLook)
            return new CaseFile(found, events);
        var opened = Event(events, officer, new Happening(CaseEventType.Opened));
        return await store.ApplyAsync(new CaseChange(found, [opened]), cancellationToken)
            ? new CaseFile(found with { Version = found.Version + 1 }, [.. events, opened])
            : await OpenAsync(number, officer, cancellationToken);
    }

    /// <summary>The case as it is now, for a verb below. It is not shown, so that it is no look at it.</summary>
    /// <returns>Null if there is no such case or this officer may not see it.</returns>
    public async Task<CaseFile?> FindAsync(string number, Officer officer, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(number, cancellationToken);
        return found is null || !access.MayOpen(officer, found) ? null : new CaseFile(found, await store.EventsAsync(found.Id, cancellationToken));
    }

    /// <summary>Takes the case; a new one becomes acknowledged. Whoever has it already takes nothing.</summary>
    public Task<CaseOutcome> ClaimAsync(CaseFile file, Officer officer, CancellationToken cancellationToken)
    {
        if (file.Case.OfficerId == officer.Id)
            return Task.FromResult(CaseOutcome.Done);
        if (file.Case.OfficerId is not null)
            return Task.FromResult(CaseOutcome.TakenByAnother);
        if (officer.Role == OfficerRole.Liaison && HadEnded(file, officer))
            return Task.FromResult(CaseOutcome.GoesToAnother);
        var state = file.Case.State == CaseState.New ? CaseState.Acknowledged : file.Case.State;
        var claimed = file.Case with { OfficerId = officer.Id, OfficerName = officer.Name, State = state };
        return ApplyAsync(file, claimed, officer, [new(CaseEventType.Claimed, null, state)], null, cancellationToken);
    }

    // A second pair of eyes: what was reopened is not judged again by the officer who ended it. A supervisor may still take it.
    private static bool HadEnded(CaseFile file, Officer officer)
    {
        var reopened = file.Events.LastOrDefault(e => e.Type == CaseEventType.Reopened);
        return reopened is not null
            && file.Events.LastOrDefault(e => e.Sequence < reopened.Sequence && e.State?.IsEnded() == true)?.Actor.OfficerId == officer.Id;
    }

    /// <summary>Back into the queue: by whoever has it, or by a supervisor or administrator.</summary>
    public Task<CaseOutcome> ReleaseAsync(CaseFile file, Officer officer, CancellationToken cancellationToken)
    {
        if (file.Case.OfficerId is null)
            return Task.FromResult(CaseOutcome.Done);
        if (!MayRelease(file.Case, officer))
            return Task.FromResult(CaseOutcome.TakenByAnother);
        var released = file.Case with { OfficerId = null, OfficerName = null };
        return ApplyAsync(file, released, officer, [new(CaseEventType.Released)], null, cancellationToken);
    }

    public static bool MayRelease(Case about, Officer officer) =>
        about.OfficerId is not null && (about.OfficerId == officer.Id || officer.Role is OfficerRole.Supervisor or OfficerRole.Administrator);

    /// <summary>Only officers read a note.</summary>
    public Task<CaseOutcome> NoteAsync(CaseFile file, Officer officer, string text, CancellationToken cancellationToken) =>
        !IsUsable(text) ? Task.FromResult(CaseOutcome.NoText) : ApplyAsync(
            file, file.Case, officer, [new(CaseEventType.Noted, text.Trim())], null, cancellationToken);

    /// <summary>The resident reads a reply: in the chat while it is open, and with the receipt.</summary>
    public Task<CaseOutcome> ReplyAsync(CaseFile file, Officer officer, OfficerReply reply, CancellationToken cancellationToken)
    {
        if (!IsUsable(reply.Text) || (reply.Original is not null && !IsUsable(reply.Original)))
            return Task.FromResult(CaseOutcome.NoText);
        var state = file.Case.State is CaseState.New or CaseState.Acknowledged or CaseState.NotReached ? CaseState.InProgress : file.Case.State;
        var answered = file.Case with
        {
            State = state,
            FirstAnsweredAt = file.Case.FirstAnsweredAt ?? clock.GetUtcNow(),
            OfficerId = file.Case.OfficerId ?? officer.Id,
            OfficerName = file.Case.OfficerName ?? officer.Name,
        };
        return ApplyAsync(file, answered, officer, [new(CaseEventType.Replied, reply.Text.Trim(), state, reply.Original?.Trim())], News(file.Case, reply), cancellationToken);
    }

    public Task<CaseOutcome> ChangeStateAsync(CaseFile file, Officer officer, CaseState state, string? reason, CancellationToken cancellationToken)
    {
        if (!file.Case.State.Next().Contains(state))
            return Task.FromResult(CaseOutcome.NotAllowed);
        // A case that is opened again goes to somebody else than the officer who ended it.
        var reopened = file.Case.State.IsEnded() && !state.IsEnded();
        var changed = file.Case with
        {
            State = state,
            OfficerId = reopened ? null : file.Case.OfficerId,
            OfficerName = reopened ? null : file.Case.OfficerName,
        };
        var type = reopened ? CaseEventType.Reopened : CaseEventType.StateChanged;
        return ApplyAsync(file, changed, officer, [new(type, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), state)], null, cancellationToken);
    }

    /// <summary>Contact details, decrypted by the caller; reading them is an event.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> ReadContactsAsync(CaseFile file, Officer officer, CancellationToken cancellationToken)
    {
        var outcome = await ApplyAsync(file, file.Case, officer, [new(CaseEventType.ContactRead)], null, cancellationToken);
        return outcome == CaseOutcome.Done ? await store.ContactsAsync(file.Case.Id, cancellationToken) : null;
    }

    /// <summary>Opening a picture is an event, once for the same look.</summary>
    public Task<CaseOutcome> ReadPictureAsync(CaseFile file, Officer officer, long number, CancellationToken cancellationToken)
    {
        var which = string.Create(CultureInfo.InvariantCulture, $"picture {number}");
        var last = file.Events.LastOrDefault(e => e.Type == CaseEventType.PictureOpened && e.Actor.OfficerId == officer.Id && e.Text == which);
        return last is not null && clock.GetUtcNow() - last.At < SameLook
            ? Task.FromResult(CaseOutcome.Done)
            : ApplyAsync(file, file.Case, officer, [new(CaseEventType.PictureOpened, which)], null, cancellationToken);
    }

    private async Task<CaseOutcome> ApplyAsync(
        CaseFile file, Case changed, Officer officer, Happening[] events, ResidentMessage? message, CancellationToken cancellationToken)
    {
        if (!access.MayOpen(officer, file.Case))
            return CaseOutcome.NotAllowed;
        var appended = events.Select((e, i) => Event(file.Events, officer, e, i)).ToList();
        return await store.ApplyAsync(new CaseChange(changed, appended, message), cancellationToken) ? CaseOutcome.Done : CaseOutcome.ChangedMeanwhile;
    }

    private CaseEvent Event(IReadOnlyList<CaseEvent> before, Officer officer, Happening happened, int offset = 0) => new(
        before[0].CaseId, before.Count + 1 + offset, clock.GetUtcNow(), happened.Type, new Actor(officer.Id, officer.Name), happened.Text, happened.State, happened.Original);

    /// <summary>What the resident hears of an officer's words: a line that names the case goes before them.</summary>
    public ResidentMessage News(Case about, OfficerReply reply)
    {
        var locale = content.Find(about.Language) ?? content.Reference;
        return new ResidentMessage($"{locale.Say(Phrase.StatusNews, ("number", about.Number))}\n\n{reply.ForResident(locale)}", locale.Tag);
    }

    private static bool IsUsable(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;

    private sealed record Happening(CaseEventType Type, string? Text = null, CaseState? State = null, string? Original = null);
}

/// <summary>A case with its history, as an officer has it on the screen.</summary>
public sealed record CaseFile(Case Case, IReadOnlyList<CaseEvent> Events);

public enum CaseOutcome
{
    Done,
    NoText,
    NotAllowed,
    TakenByAnother,

    /// <summary>A reopened case goes to another officer than the one who ended it.</summary>
    GoesToAnother,
    ChangedMeanwhile,
}
