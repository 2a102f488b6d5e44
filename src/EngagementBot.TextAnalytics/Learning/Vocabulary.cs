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
        var seen = new Dictionary<uint, (int Examples, int Latest)>(examples.Count * 8);
        for (var at = 0; at < examples.Count; at++)
        {
            foreach (var feature in examples[at].Features)
            {
                ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, feature, out var exists);
                if (!exists || times.Latest != at)
                    times = (times.Examples + 1, at);
            }
        }
        var features = new Dictionary<uint, Feature>();
        foreach (var (feature, times) in seen)
        {
            if (times.Examples >= Fewest)
                features.Add(feature, new Feature(features.Count, Rarity(examples.Count, times.Examples)));
        }
        return new Vocabulary(features, Rarity(examples.Count, 1));
    }

    /// <summary>Of length 1 were all features known: what is unknown makes a message less certain.</summary>
    public Feature[] Vector(uint[] features)
    {
        var found = new Feature[features.Length];
        var count = 0;
        var squares = 0f;
        foreach (var hash in features)
        {
            var value = _rarest / 2;
            if (_features.TryGetValue(hash, out var feature))
            {
                found[count++] = feature;
                value = feature.Value;
            }
            squares += value * value;
        }
        var length = MathF.Sqrt(squares);
        for (var at = 0; at < count; at++)
            found[at] = found[at] with { Value = found[at].Value / length };
        Array.Resize(ref found, count);
        return found;
    }

    private static float Rarity(int examples, int count) => MathF.Log((float)(examples + 1) / count);
}

internal readonly record struct Feature(int Index, float Value);
