using System.Runtime.InteropServices;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>Arrays of numbers in a file of what was learned: the count, then the numbers as they lie in memory.</summary>
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
}
