using EngagementBot.Casework.Cases;

namespace EngagementBot.Casework.Translations;

/// <summary>Machine translations of what a resident wrote, kept so that no text is sent twice. They are deleted with the case, and with
/// words that the resident takes back.</summary>
public interface ITranslationStore
{
    /// <param name="language">The tag into which they were translated.</param>
    /// <returns>By part of the case (<see cref="CaseParts"/>); only those that there are, <see cref="CaseParts.Untranslatable"/> among them.</returns>
    Task<IReadOnlyDictionary<string, string>> OfCaseAsync(long caseId, string language, CancellationToken cancellationToken);

    /// <summary>A part that has a translation keeps it; for a case that is deleted meanwhile, or from which the resident has taken words since
    /// <paramref name="of"/> was read, nothing is kept.</summary>
    Task KeepAsync(CaseFile of, string language, IReadOnlyDictionary<string, string> translations, CancellationToken cancellationToken);
}
