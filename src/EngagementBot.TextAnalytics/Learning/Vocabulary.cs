using System.Runtime.InteropServices;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>Which features the examples showed, and how much each tells: the rarer, the more.</summary>
internal sealed class Vocabulary
{
    // What one example alone shows is chance.
    private const int Fewest = 3;

    // In order of the hashes, each beside its value: looking it up reaches into memory once.
    private readonly Entry[] _entries;
    private readonly float _rarest;

    // Where the hashes begin that share their upper half: a few steps from there find one.
    private readonly int[] _buckets = new int[0x10001];

    private Vocabulary(Entry[] entries, float rarest)
    {
        _entries = entries;
        _rarest = rarest;
        foreach (var entry in entries)
            _buckets[(entry.Hash >> 16) + 1]++;
        for (var at = 1; at < _buckets.Length; at++)
            _buckets[at] += _buckets[at - 1];
    }

    public int Count => _entries.Length;

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
        return new Vocabulary([.. kept.Select(h => new Entry(h, Rarity(examples.Count, seen[h].Examples)))], Rarity(examples.Count, 1));
    }

    /// <summary>Of length 1 were all features known: what is unknown makes a message less certain.</summary>
    public Feature[] Vector(uint[] features) => Vector(features, new Feature[features.Length]).ToArray();

    /// <param name="room">For as many as there are features; the result lies in it.</param>
    public ReadOnlySpan<Feature> Vector(uint[] features, Feature[] room)
    {
        if (_entries.Length == 0)
            return [];
        ReachFor(features, room);
        var count = 0;
        var squares = 0f;
        for (var at = 0; at < features.Length; at++)
        {
            var value = _rarest / 2;
            if (Find(features[at], room[at].Index) is var index and >= 0)
            {
                value = _entries[index].Value;
                room[count++] = new Feature(index, value);
            }
            squares += value * value;
        }
        var length = MathF.Sqrt(squares);
        foreach (ref var feature in room.AsSpan(0, count))
            feature = feature with { Value = feature.Value / length };
        return room.AsSpan(0, count);
    }

    public void Write(BinaryWriter file)
    {
        file.Write(_rarest);
        file.WriteArray(_entries);
    }

    public static Vocabulary Read(BinaryReader file)
    {
        var rarest = file.ReadSingle();
        return new Vocabulary(file.ReadArray<Entry>(), rarest);
    }

    // All are reached for before one is compared: memory serves many loads at once, but none behind a comparison that was guessed wrong.
    private void ReachFor(uint[] features, Feature[] room)
    {
        var last = _entries.Length - 1;
        for (var at = 0; at < features.Length; at++)
        {
            var start = _buckets[features[at] >> 16];
            room[at] = new Feature(start, _entries[Math.Min(start, last)].Value);
        }
    }

    private int Find(uint hash, int start)
    {
        for (var at = start; at < _buckets[(hash >> 16) + 1]; at++)
        {
            if (_entries[at].Hash == hash)
                return at;
        }
        return -1;
    }

    private static float Rarity(int examples, int count) => MathF.Log((float)(examples + 1) / count);

    private readonly record struct Entry(uint Hash, float Value);
}

internal readonly record struct Feature(int Index, float Value);
