namespace EngagementBot.Scenarios.Durability;

/// <summary>A complaint with a word in it that stands nowhere else.</summary>
internal sealed record MarkedComplaint(string Marker)
{
    public string Text => $"A deputy shouted insults at my aunt and tore up her papers. {Marker}";

    /// <summary>The receipt that the resident has seen: from then on the complaint counts as acknowledged.</summary>
    public string? Receipt { get; set; }

    /// <summary>Letters only, so that nothing takes it for a number.</summary>
    public static MarkedComplaint Of(int service, int resident, int number) => new($"Zq{Letters(service)}{Letters(resident)}{Letters(number)}qz");

    private static string Letters(int number) => $"{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}";
}
