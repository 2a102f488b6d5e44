using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>How a <see cref="Classifier"/> learns: naive Bayes, then softmax regression in some passes over the examples. The same examples give the same classifier.</summary>
internal sealed class ClassifierTraining
{
    private const float Smoothing = 0.2f;

    private readonly Vocabulary _vocabulary;
    private readonly string[] _labels;
    private readonly (Feature[] Features, int Label, float Weight)[] _examples;
    private readonly float[] _weights;
    private readonly int _width;

    public ClassifierTraining(IReadOnlyList<Example> examples)
    {
        _labels = [.. examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal)];
        _vocabulary = Vocabulary.Of(examples);
        var index = _labels.Index().ToDictionary(l => l.Item, l => l.Index);
        _examples = [.. examples.Select(e => (_vocabulary.Vector(e.Features), index[e.Label], e.Weight))];
        // Whole vectors for each feature: no remainder in the loops.
        _width = (_labels.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[_vocabulary.Count * _width];
    }

    public Classifier Learn(float trustInCounts, Passes passes, bool balanced)
    {
        Count(trustInCounts, balanced);
        // A fixed seed: a restart must not change what residents are answered.
        var random = new Random(287);
        for (var pass = 0; pass < passes.Number; pass++)
        {
            random.Shuffle(_examples);
            foreach (var (features, label, weight) in _examples)
                Correct(passes.Hidden == 0 ? features : Array.FindAll(features, _ => random.NextSingle() >= passes.Hidden), label, weight * passes.Rate / (1 + pass));
        }
        return Classifier.Of(_labels, _vocabulary, _weights, _width);
    }

    private void Count(float trust, bool balanced)
    {
        var totals = new float[_labels.Length];
        foreach (var (features, label, weight) in _examples)
        {
            foreach (var feature in features)
            {
                _weights[feature.Index * _width + label] += feature.Value * weight;
                totals[label] += feature.Value * weight;
            }
        }
        var shares = Array.ConvertAll(totals, t => balanced ? totals.Max() / t : 1);
        var absent = totals.Select((t, label) => trust * MathF.Log(Smoothing / (t * shares[label] + Smoothing * _vocabulary.Count))).ToArray();
        for (var feature = 0; feature < _vocabulary.Count; feature++)
            Weigh(_weights.AsSpan(feature * _width, _labels.Length), shares, absent, trust);
    }

    // Around their mean, so that a feature of all labels says nothing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Weigh(Span<float> counts, float[] shares, float[] absent, float trust)
    {
        var mean = 0f;
        for (var label = 0; label < counts.Length; label++)
        {
            // Most labels never show a feature: a logarithm for each of them would be most of the time.
            counts[label] = absent[label] + (counts[label] == 0 ? 0 : trust * MathF.Log(1 + counts[label] * shares[label] / Smoothing));
            mean += counts[label] / counts.Length;
        }
        foreach (ref var weight in counts)
            weight -= mean;
    }

    // Learning runs once: waiting for the second compilation would cost more than it gives.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Correct(Feature[] features, int label, float rate)
    {
        Span<float> scores = stackalloc float[_width];
        Score(features, scores);
        for (var at = 0; at < scores.Length; at++)
            scores[at] *= -rate;
        scores[label] += rate;
        var steps = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var feature in features)
        {
            var row = Row(feature.Index);
            for (var at = 0; at < row.Length; at++)
                row[at] += steps[at] * feature.Value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(Feature[] features, Span<float> scores)
    {
        scores.Clear();
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var feature in features)
        {
            var row = Row(feature.Index);
            for (var at = 0; at < row.Length; at++)
                sums[at] += row[at] * feature.Value;
        }
        Classifier.Softmax(scores[.._labels.Length]);
        scores[_labels.Length..].Clear();
    }

    private Span<Vector<float>> Row(int feature) =>
        MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(feature * _width, _width));
}

/// <summary>How a <see cref="Classifier"/> goes over its examples.</summary>
/// <param name="Number">Of passes; 0 leaves it at the counts, which serve best where a label has few examples for many words.</param>
/// <param name="Rate">How far one example moves the weights in the first pass, above 0; it falls with each pass. A lower one keeps more of the counts.</param>
/// <param name="Hidden">0 to 1: the share of an example's features that is hidden each time, so that the rest must tell it too, as in a message with other words.</param>
public readonly record struct Passes(int Number, float Rate = 6, float Hidden = 0);

/// <param name="Weight">How much it counts; 1 is ordinary.</param>
public sealed record Example(string Label, uint[] Features, float Weight = 1);
