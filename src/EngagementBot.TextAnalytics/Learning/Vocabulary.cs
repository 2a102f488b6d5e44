using System.Runtime.InteropServices;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>Which features the examples showed, and how much each tells: the rarer, the more.</summary>
internal sealed class Vocabulary
{
    // What one example alone shows is chance.
    private const int Fewest = 2;

    private readonly Dictionary<uint, Feature> _features;
    private readonly float _rarest;

    private Vocabulary(Dictionary<uint, Feature> features, float rarest)
    {
        _features = features;
        _rarest = rarest;
    }

    public int Count => _features.Count;

    public static Vocabulary Of(IReadOnlyList<Example> examples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
        {
            foreach (var feature in example.Features.Distinct())
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }
        var features = new Dictionary<uint, Feature>(counts.Count);
        foreach (var (feature, count) in counts)
        {
            if (count >= Fewest)
                features.Add(feature, new Feature(features.Count, Rarity(examples.Count, count)));
        }
        return new Vocabulary(features, Rarity(examples.Count, 1));
    }

    /// <summary>Of length 1 were all features known: what is unknown makes a message less certain.</summary>
    public Feature[] Vector(IReadOnlyList<uint> features)
    {
        var vector = new List<Feature>(features.Count);
        var squares = 0f;
        foreach (var hash in features)
        {
            var value = _rarest / 2;
            if (_features.TryGetValue(hash, out var feature))
            {
                vector.Add(feature);
                value = feature.Value;
            }
            squares += value * value;
        }
        var length = MathF.Sqrt(squares);
        var found = CollectionsMarshal.AsSpan(vector);
        for (var at = 0; at < found.Length; at++)
            found[at] = found[at] with { Value = found[at].Value / length };
        return [.. vector];
    }

    private static float Rarity(int examples, int count) => MathF.Log((float)(examples + 1) / count);
}

internal readonly record struct Feature(int Index, float Value);
