using System.Collections.Frozen;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>Which of the service's categories are covered, and what the resident is told that they were.</summary>
internal static class PersonalEntities
{
    // A badge, a plate, a time or a house number is what a complaint needs; nothing to find a person by is that short.
    private const int FewestSigns = 6;
    private const double Likely = 0.5;

    // By category, a key under masked.* of strings.json. The numbers of the countries from which many residents come.
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["PhoneNumber"] = "phone",
        ["Email"] = "email",
        ["CreditCardNumber"] = "card",
        ["USSocialSecurityNumber"] = "social-security",
        ["USIndividualTaxpayerIdentification"] = "tax-number",
        ["USDriversLicenseNumber"] = "driver-licence",
        ["USUKPassportNumber"] = "passport",
        ["USBankAccountNumber"] = "bank-account",
        ["ABARoutingNumber"] = "bank-account",
        ["InternationalBankingAccountNumber"] = "bank-account",
        ["BRCPFNumber"] = "tax-number",
        ["BRNationalIDRG"] = "identity-number",
        ["CNResidentIdentityCardNumber"] = "identity-number",
        ["FRNationalID"] = "identity-number",
        ["FRPassportNumber"] = "passport",
        ["INPermanentAccount"] = "tax-number",
        ["INUniqueIdentificationNumber"] = "identity-number",
        ["KRResidentRegistrationNumber"] = "identity-number",
        ["PHUnifiedMultiPurposeIDNumber"] = "identity-number",
        ["RUPassportNumberDomestic"] = "passport",
        ["RUPassportNumberInternational"] = "passport",
        ["ESDNI"] = "identity-number",
    }.ToFrozenDictionary();

    /// <summary>All that the service is asked for: no names, organisations, places or times, without which a complaint says nothing.</summary>
    public static IReadOnlyList<string> Categories { get; } = [.. Kinds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Covers what was recognised, like <see cref="PersonalNumbers.Mask"/>.</summary>
    public static MaskedText Cover(string text, PiiEntityCollection found)
    {
        var covered = found.Entities.Where(e => e.ConfidenceScore >= Likely && Kinds.ContainsKey(e.Category) && IsTelling(text.AsSpan(e.Offset, e.Length)))
            .Select(e => (Kind: Kinds[e.Category], Start: e.Offset, End: e.Offset + e.Length));
        return PersonalNumbers.Cover(text, covered);
    }

    private static bool IsTelling(ReadOnlySpan<char> entity)
    {
        var (digits, signs) = (0, 0);
        foreach (var letter in entity)
        {
            digits += char.IsDigit(letter) ? 1 : 0;
            signs += char.IsLetterOrDigit(letter) ? 1 : 0;
        }
        return (digits > 0 && signs >= FewestSigns) || entity.ContainsAny('@', '＠');
    }
}
