namespace EngagementBot.TextAnalytics;
public static class PersonalNumbers { public static MaskedText Mask(string text) => new(text, []); }
