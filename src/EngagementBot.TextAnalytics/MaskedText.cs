namespace EngagementBot.TextAnalytics;

/// <summary>A text whose personal numbers are covered, and which kinds were found.</summary>
/// <param name="Kinds">Names as in <c>masked.*</c> of strings.json: a-number, number (nine digits, unnamed), social-security, passport, driver-licence, birth-date, card, phone, email, and from a service bank-account, identity-number, tax-number; without repeats.</param>
public sealed record MaskedText(string Text, IReadOnlyList<string> Kinds);
