using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Conversations.TextMessages.Store;

namespace EngagementBot.Conversations.TextMessages;

/// <summary>Texts without an answer, as far as an officer may read them: a complaint about this officer may be among them, or come from the
/// phone of one.</summary>
public sealed class ParkedTexts(IPhoneBook phones, ICaseStore cases, CaseAccess access)
{
    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<WaitingForOfficer>> ForAsync(Officer officer, CancellationToken cancellationToken)
    {
        var readable = new List<WaitingForOfficer>();
        var known = new Dictionary<string, IReadOnlyList<Case>>();
        foreach (var text in (await phones.ParkedAsync(cancellationToken)).Where(t => access.MayRead(officer, [t.Text])))
        {
            IReadOnlyList<Case> its = [];
            if (text.ConversationId is { } phone && !known.TryGetValue(phone, out its!))
                known[phone] = its = await cases.EverOfConversationAsync(phone, cancellationToken);
            if (its.All(c => access.MayOpen(officer, c)))
                readable.Add(new WaitingForOfficer(text, [.. its.Where(c => !c.State.IsEnded()).Select(c => c.Number)]));
        }
        return readable;
    }

    /// <summary>Nothing happens where another officer has done it meanwhile, or this one may not read it.</summary>
    public async Task DismissAsync(string providerId, Officer officer, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if ((await ForAsync(officer, cancellationToken)).Any(t => t.Text.ProviderId == providerId))
            await phones.UnparkAsync(providerId, new Actor(officer.Id, officer.Name), at, cancellationToken);
    }
}

/// <param name="Cases">The open cases of the phone that it came from.</param>
public sealed record WaitingForOfficer(ParkedText Text, IReadOnlyList<string> Cases);
