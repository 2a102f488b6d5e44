namespace EngagementBot.Casework.Translations;

/// <summary>Machine translations of what a resident wrote, kept so that no text is sent twice. They are deleted with the case.</summary>
public interface ITranslationStore
{
    /// <param name="language">The tag into which they were translated.</param>
    /// <returns>By part of the case (<see cref="CaseParts"/>); only those that there are, <see cref="CaseParts.Untranslatable"/> among them.</returns>
    Task<IReadOnlyDictionary<string, string>> OfCaseAsync(long caseId, string language, CancellationToken cancellationToken);

    /// <summary>A part that has a translation keeps it; for a case that is deleted meanwhile nothing is kept.</summary>
    Task KeepAsync(long caseId, string language, IReadOnlyDictionary<string, string> translations, CancellationToken cancellationToken);
}
