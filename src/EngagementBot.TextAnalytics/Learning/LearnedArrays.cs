using System.Runtime.InteropServices;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>Arrays in a file of what was learned: the count, then the numbers as they lie in memory, or the texts.</summary>
public static class LearnedArrays
{
    public static void WriteArray<T>(this BinaryWriter file, T[] numbers)
        where T : unmanaged
    {
        file.Write(numbers.Length);
        file.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    public static T[] ReadArray<T>(this BinaryReader file)
        where T : unmanaged
    {
        var numbers = new T[file.ReadInt32()];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    public static void WriteTexts(this BinaryWriter file, IReadOnlyList<string> texts)
    {
        file.Write(texts.Count);
        foreach (var text in texts)
            file.Write(text);
    }

    public static string[] ReadTexts(this BinaryReader file)
    {
        var texts = new string[file.ReadInt32()];
        for (var at = 0; at < texts.Length; at++)
            texts[at] = file.ReadString();
        return texts;
    }
}
