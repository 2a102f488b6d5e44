using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngagementBot.Web.TextMessages.TryOut;

/// <summary>What a played phone says.</summary>
internal sealed record SaidText(string Id, string From, string Text);

/// <summary>What it hears.</summary>
/// <param name="Sequence">Rises from text to text, over all phones.</param>
internal sealed record HeardText(long Sequence, string Text);

internal sealed record NewestText(long Sequence);

[JsonSerializable(typeof(SaidText))]
[JsonSerializable(typeof(HeardText[]))]
[JsonSerializable(typeof(NewestText))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class TryOutJson : JsonSerializerContext;
