using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>A linear classifier over tf-idf: naive Bayes, then softmax regression in some passes over the examples. The same examples give the same classifier.</summary>
public sealed class Classifier
{
    private const float Smoothing = 0.2f;
    private const float Rate = 6;

    private readonly Vocabulary _vocabulary;
    private readonly float[] _weights;
    private readonly int _width;

    private Classifier(Vocabulary vocabulary, IReadOnlyList<string> labels)
    {
        _vocabulary = vocabulary;
        Labels = labels;
        // Whole vectors for each feature: no remainder in the loops.
        _width = (labels.Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[vocabulary.Count * _width];
    }

    public IReadOnlyList<string> Labels { get; }

    /// <param name="trustInCounts">From 0 up: how far the counts of naive Bayes are believed before the first pass.</param>
    /// <param name="passes">Over all examples; 0 leaves it at the counts, which serve best where a label has few examples for many words.</param>
    public static Classifier Learn(IReadOnlyList<Example> examples, float trustInCounts, int passes)
    {
        var labels = examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        var vocabulary = Vocabulary.Of(examples);
        var classifier = new Classifier(vocabulary, labels);
        var index = labels.Index().ToDictionary(l => l.Item, l => l.Index);
        var vectors = new (Feature[] Features, int Label, float Weight)[examples.Count];
        for (var at = 0; at < vectors.Length; at++)
            vectors[at] = (vocabulary.Vector(examples[at].Features), index[examples[at].Label], examples[at].Weight);
        classifier.Count(vectors, trustInCounts);
        // A fixed seed: a restart must not change what residents are answered.
        var random = new Random(287);
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(vectors);
            foreach (var (features, label, weight) in vectors)
                classifier.Correct(features, label, weight * Rate / (1 + pass));
        }
        return classifier;
    }

    /// <summary>The probability of each label, in the order of <see cref="Labels"/>.</summary>
    public float[] Classify(uint[] features)
    {
        var scores = new float[_width];
        Score(_vocabulary.Vector(features), scores);
        Array.Resize(ref scores, Labels.Count);
        return scores;
    }

    private void Count((Feature[] Features, int Label, float Weight)[] vectors, float trust)
    {
        var totals = new float[Labels.Count];
        foreach (var (features, label, weight) in vectors)
        {
            foreach (var feature in features)
            {
                _weights[feature.Index * _width + label] += feature.Value * weight;
                totals[label] += feature.Value * weight;
            }
        }
        for (var feature = 0; feature < _vocabulary.Count; feature++)
            Weigh(_weights.AsSpan(feature * _width, Labels.Count), totals, trust);
    }

    // Around their mean, so that a feature of all labels says nothing.
    private void Weigh(Span<float> counts, float[] totals, float trust)
    {
        var mean = 0f;
        for (var label = 0; label < counts.Length; label++)
        {
            counts[label] = trust * MathF.Log((counts[label] + Smoothing) / (totals[label] + Smoothing * _vocabulary.Count));
            mean += counts[label] / counts.Length;
        }
        foreach (ref var weight in counts)
            weight -= mean;
    }

    // Learning runs once, at start: waiting for the second compilation would cost more than it gives.
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
        Softmax(scores[..Labels.Count]);
        scores[Labels.Count..].Clear();
    }

    private Span<Vector<float>> Row(int feature) =>
        MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(feature * _width, _width));

    private static void Softmax(Span<float> scores)
    {
        var highest = float.MinValue;
        foreach (var score in scores)
            highest = Math.Max(highest, score);
        var sum = 0f;
        for (var at = 0; at < scores.Length; at++)
            sum += scores[at] = MathF.Exp(scores[at] - highest);
        for (var at = 0; at < scores.Length; at++)
            scores[at] /= sum;
    }
}

/// <param name="Weight">How much it counts; 1 is ordinary.</param>
public sealed record Example(string Label, uint[] Features, float Weight = 1);
