using EngagementBot.Casework.Cases;

namespace EngagementBot.Web.Officers;

/// <summary>The fields of a reply as they came from the page. Only what an officer had on the screen side by side is sent as a translation.</summary>
/// <param name="Original">What the officer wrote in English; null for nothing.</param>
/// <param name="Text">What the resident shall read.</param>
/// <param name="TranslatedFrom">The English that was translated last; null if none was.</param>
/// <param name="Machine">What the machine made of it.</param>
internal sealed record ReplyInTwoLanguages(string? Original, string? Text, string? TranslatedFrom, string? Machine)
{
    /// <returns>Null if it can be translated now.</returns>
    public string? ProblemWithTranslating(string language)
    {
        if (CaseForm.ProblemWith(Original, "Write the reply in English first.") is { } problem)
            return problem;
        // What somebody typed is never written over.
        return Text is null || Text == Machine ? null : $"Nothing was translated: in the {language} field stand words that are not the machine's. Send them as they are, or empty that field first.";
    }

    /// <returns>Null if what goes out is what was seen.</returns>
    public string? ProblemWithSending()
    {
        // A resident is always told what a machine wrote.
        if (Original is null)
            return Text is not null && Text == Machine ? "It is not sent yet: the text is the machine's, and the English above it is gone. Write it again and press Translate, or empty both fields." : null;
        if (TranslatedFrom is null)
            return "It is not sent yet: your English is not translated. Press Translate, or empty the English field if only the text below it shall go out.";
        return Original == TranslatedFrom ? null : "It is not sent yet: you changed the English after it was translated. Press Translate again.";
    }

    public OfficerReply ToSend => new(Text!, Original);
}
