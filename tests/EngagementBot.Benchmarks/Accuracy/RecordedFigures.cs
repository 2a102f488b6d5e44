using System.Globalization;
using System.Text.Json;

namespace EngagementBot.Benchmarks.Accuracy;

/// <summary><c>figures.json</c> beside the sets: what was reached, by tag and figure. The tests fail where a figure falls below it.</summary>
internal sealed class RecordedFigures
{
    /// <summary>The tag under which all languages together stand.</summary>
    public const string Together = "all";

    private const string Name = "figures.json";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private readonly Dictionary<string, Dictionary<string, double>> _byTag;

    private RecordedFigures(Dictionary<string, Dictionary<string, double>> byTag) => _byTag = byTag;

    /// <param name="folder">Of the sets.</param>
    public static RecordedFigures Read(string folder) =>
        new(JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(File.ReadAllText(Path.Combine(folder, Name)))!);

    public static void Write(string folder, IEnumerable<(string Tag, IReadOnlyList<AccuracyFigure> Figures)> reached)
    {
        var byTag = reached.ToDictionary(r => r.Tag, r => r.Figures.ToDictionary(f => f.Name, f => Math.Round(f.Value, 1)));
        File.WriteAllText(Path.Combine(folder, Name), JsonSerializer.Serialize(byTag, Readable) + "\n");
    }

    /// <summary>Which figures are worse than recorded, each with both values; empty if none is.</summary>
    public IReadOnlyList<string> Falls(string tag, IReadOnlyList<AccuracyFigure> figures) =>
    [
        .. figures.Where(f => !_byTag.GetValueOrDefault(tag, []).TryGetValue(f.Name, out var recorded) || f.IsWorseThan(recorded))
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{tag}: {f.Name} {f.Value:0.0}, recorded {Recorded(tag, f.Name)}")),
    ];

    private string Recorded(string tag, string figure) =>
        _byTag.GetValueOrDefault(tag, []).TryGetValue(figure, out var value) ? value.ToString("0.0", CultureInfo.InvariantCulture) : "nothing";
}
