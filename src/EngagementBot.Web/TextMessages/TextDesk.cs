using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Casework.Receipts;
using EngagementBot.Conversations.TextMessages.Store;

namespace EngagementBot.Web.TextMessages;

/// <summary>What an officer does with phones: records that a resident agrees to be written to, and writes first.</summary>
internal sealed class TextDesk(IPhoneBook phones, PhoneNumbers numbers, IConfidentialText confidential, TextBell bell, TimeProvider clock)
{
    /// <param name="how">How the officer knows: on the phone, on paper.</param>
    /// <returns>False if this is no phone number.</returns>
    public async Task<bool> ConsentAsync(string number, Officer officer, string how, CancellationToken cancellationToken)
    {
        if (PhoneNumbers.Read(number) is not { } phone)
            return false;
        await phones.ConsentAsync(new Consent(numbers.ConversationOf(phone), clock.GetUtcNow(), new Actor(officer.Id, officer.Name), how.Trim()), cancellationToken);
        return true;
    }

    /// <summary>A text that answers nothing: refused without consent and to a closed phone, held at night.</summary>
    /// <param name="message">In the language of the case.</param>
    /// <returns>Null if this is no phone number.</returns>
    public async Task<FirstTextOutcome?> WriteFirstAsync(string number, Case about, Officer officer, ResidentMessage message, CancellationToken cancellationToken)
    {
        if (PhoneNumbers.Read(number) is not { } phone)
            return null;
        var text = new FirstText(numbers.ConversationOf(phone), confidential.Protect(phone), about.Id, about.Version, new Actor(officer.Id, officer.Name), message, clock.GetUtcNow());
        var outcome = await phones.WriteFirstAsync(text, cancellationToken);
        bell.Owed.Ring();
        return outcome;
    }

    /// <summary>The sender of a parked text, as it is shown to an officer.</summary>
    public string Sender(ParkedText parked) => parked.Sender is null ? "a phone" : confidential.Unprotect(parked.Sender) ?? "unknown";
}
