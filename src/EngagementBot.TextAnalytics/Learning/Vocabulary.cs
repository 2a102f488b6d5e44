using System.Runtime.InteropServices;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>Which features the examples showed, and how much each tells: the rarer, the more.</summary>
internal sealed class Vocabulary
{
    // What one example alone shows is chance.
    private const int Fewest = 3;

    private readonly uint[] _hashes;
    private readonly float[] _values;
    private readonly float _rarest;

    // Where the hashes begin that share their upper half: a few steps from there find one.
    private readonly int[] _buckets = new int[0x10001];

    private Vocabulary(uint[] hashes, float[] values, float rarest)
    {
        _hashes = hashes;
        _values = values;
        _rarest = rarest;
        foreach (var hash in hashes)
            _buckets[(hash >> 16) + 1]++;
        for (var at = 1; at < _buckets.Length; at++)
            _buckets[at] += _buckets[at - 1];
    }

    public int Count => _hashes.Length;

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
        var kept = seen.Where(s => s.Value.Examples >= Fewest).Select(s => s.Key).Order().ToArray();
        return new Vocabulary(kept, [.. kept.Select(h => Rarity(examples.Count, seen[h].Examples))], Rarity(examples.Count, 1));
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
            if (Find(hash) is var index and >= 0)
            {
                value = _values[index];
                found[count++] = new Feature(index, value);
            }
            squares += value * value;
        }
        var length = MathF.Sqrt(squares);
        for (var at = 0; at < count; at++)
            found[at] = found[at] with { Value = found[at].Value / length };
        Array.Resize(ref found, count);
        return found;
    }

    public void Write(BinaryWriter file)
    {
        file.Write(_rarest);
        file.WriteArray(_hashes);
        file.WriteArray(_values);
    }

    public static Vocabulary Read(BinaryReader file)
    {
        var rarest = file.ReadSingle();
        return new Vocabulary(file.ReadArray<uint>(), file.ReadArray<float>(), rarest);
    }

    private int Find(uint hash)
    {
        for (var at = _buckets[hash >> 16]; at < _buckets[(hash >> 16) + 1]; at++)
        {
            if (_hashes[at] == hash)
                return at;
        }
        return -1;
    }

    private static float Rarity(int examples, int count) => MathF.Log((float)(examples + 1) / count);
}

internal readonly record struct Feature(int Index, float Value);
