using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace EngagementBot.Content;

/// <summary>Reads a YAML document into a class; an unknown key or a broken line is a problem with its line.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Deserializer = new DeserializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .WithEnforceNullability()
        .Build();

    public static T? ReadFile<T>(string file, Problems problems)
        where T : class
    {
        if (File.Exists(file))
            return Read<T>(file, File.ReadAllText(file), 0, problems);
        problems.Add(file, 0, "The file is missing.", "Copy the one of another language or dialog and change it.");
        return null;
    }

    /// <param name="linesBefore">How many lines of the file stand above <paramref name="yaml"/>.</param>
    public static T? Read<T>(string file, string yaml, int linesBefore, Problems problems)
        where T : class
    {
        try
        {
            var read = Deserializer.Deserialize<T?>(yaml);
            if (read is null)
                problems.Add(file, linesBefore + 1, "There is nothing in it.", "See locales/README.md for what belongs here.");
            return read;
        }
        catch (YamlException broken)
        {
            var why = broken.InnerException?.Message ?? broken.Message;
            problems.Add(file, linesBefore + (int)broken.Start.Line, $"This cannot be read: {why}", Remedy(why));
            return null;
        }
    }

    private static string Remedy(string why) => why.Contains("not found on type", StringComparison.Ordinal)
        ? "The key is unknown: correct its spelling or delete it (locales/README.md lists the keys)."
        : "Check the indentation and the quotes of this line and the one above (a text with ': ' or '#' needs quotes).";
}
