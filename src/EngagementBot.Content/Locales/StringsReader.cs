using System.Text;
using System.Text.Json;

namespace EngagementBot.Content.Locales;

/// <summary>Reads <c>strings.json</c>: an object of texts, or of plural forms where a number stands.</summary>
internal static class StringsReader
{
    private static readonly string[] Categories = ["zero", "one", "two", "few", "many", "other"];

    public static Dictionary<string, Text> Read(string file, Problems problems)
    {
        var texts = new Dictionary<string, Text>();
        if (!File.Exists(file))
        {
            problems.Add(file, 0, "The file is missing.", "Copy locales/en/strings.json here and translate its texts.");
            return texts;
        }
        var bytes = File.ReadAllBytes(file);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        try
        {
            ReadObject(file, bytes, ref reader, texts, problems);
        }
        catch (JsonException broken)
        {
            problems.Add(file, (int)(broken.LineNumber ?? 0) + 1, "This is not valid JSON.", $"Look at or just above this line. {broken.Message}");
        }
        return texts;
    }

    private static void ReadObject(
        string file, byte[] bytes, ref Utf8JsonReader reader, Dictionary<string, Text> texts, Problems problems)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            problems.Add(file, 1, "The file does not hold an object.", "Write { \"key\": \"text\", ... }.");
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            var line = Line(bytes, reader.TokenStartIndex);
            reader.Read();
            var text = reader.TokenType switch
            {
                JsonTokenType.String => new Text(new Template(reader.GetString()!), null, line),
                JsonTokenType.StartObject => ReadForms(file, line, key, ref reader, problems),
                _ => null,
            };
            if (text is null)
            {
                reader.Skip();
                problems.Add(file, line, $"\"{key}\" is neither a text nor plural forms.", "Write a text in quotes, or { \"one\": ..., \"other\": ... }.");
            }
            else if (!texts.TryAdd(key, text))
            {
                problems.Add(file, line, $"\"{key}\" stands twice.", "Delete one of the two.");
            }
        }
    }

    private static Text? ReadForms(string file, int line, string key, ref Utf8JsonReader reader, Problems problems)
    {
        var forms = new Dictionary<string, Template>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var category = reader.GetString()!;
            reader.Read();
            if (Categories.Contains(category) && reader.TokenType == JsonTokenType.String)
                forms[category] = new Template(reader.GetString()!);
            else
                problems.Add(file, line, $"\"{key}\" has a form \"{category}\".", "Plural forms are texts named zero, one, two, few, many, other.");
        }
        if (forms.TryGetValue("other", out var other))
            return new Text(other, forms, line);
        problems.Add(file, line, $"\"{key}\" has no form \"other\".", "Add it: it is used for every number without a form of its own.");
        return new Text(new Template(""), null, line);
    }

    private static int Line(byte[] bytes, long index) => 1 + Encoding.UTF8.GetString(bytes, 0, (int)index).AsSpan().Count('\n');
}
