namespace EngagementBot.Content.Dialogs;

/// <summary>Reads one <c>dialogs/&lt;id&gt;.yaml</c>.</summary>
internal static class DialogReader
{
    private static readonly Dictionary<string, AnswerType> Types = new()
    {
        ["text"] = AnswerType.Text,
        ["choice"] = AnswerType.Choice,
        ["yes-no"] = AnswerType.YesNo,
        ["date"] = AnswerType.Date,
        ["phone"] = AnswerType.Phone,
        ["e-mail"] = AnswerType.Email,
        ["receipt"] = AnswerType.Receipt,
    };

    public static DialogScript? Read(string file, Problems problems)
    {
        if (Yaml.ReadFile<Document>(file, problems) is not { } document)
            return null;
        if (document.Steps.Count == 0)
            problems.Add(file, 1, "\"steps\" is missing.", "Add at least one step with id, ask and answer.");
        return new DialogScript
        {
            Id = Path.GetFileNameWithoutExtension(file),
            Starts = document.Starts,
            Notice = document.Notice,
            Steps = [.. document.Steps.Select(s => Step(file, s, document, problems))],
            Files = document.Files is { } files ? Filing(file, files, document, problems) : null,
        };
    }

    private static DialogStep Step(string file, StepEntry step, Document document, Problems problems)
    {
        if (step.Id.Length == 0 || step.Ask.Length == 0)
            problems.Add(file, 1, $"A step lacks its id or what it asks ({step.Id}{step.Ask}).", "Give it both: id: when, ask: complaint.when.");
        if (!Types.TryGetValue(step.Answer, out var type))
            problems.Add(file, 1, $"Step \"{step.Id}\" expects \"{step.Answer}\".", $"Use {string.Join(", ", Types.Keys)}.");
        if (type == AnswerType.Choice && step.Choices.Count == 0)
            problems.Add(file, 1, $"Step \"{step.Id}\" has no choices.", "Add choices: value and the key of its label.");
        return new DialogStep(
            step.Id, step.Ask, type, step.Optional, [.. step.Choices.Select(c => new Choice(c.Key, c.Value))],
            Condition(file, step.When, document, problems));
    }

    private static Filing Filing(string file, FilesEntry files, Document document, Problems problems)
    {
        if (files.Kind.Length == 0 || files.Filed.Length == 0)
            problems.Add(file, 1, "\"files\" lacks its kind or what is said when it is filed.", "Give it both: kind: complaint, filed: complaint.filed.");
        return new Filing(
            files.Kind, Condition(file, files.If, document, problems), files.Review, files.Consent, files.Filed, files.Otherwise, files.Counts);
    }

    private static Condition? Condition(string file, string? text, Document document, Problems problems)
    {
        if (text is null)
            return null;
        var parts = text.Split('=', StringSplitOptions.TrimEntries);
        var step = document.Steps.Find(s => s.Id == parts[0]);
        if (parts.Length == 2 && step?.Choices.ContainsKey(parts[1]) == true)
            return new Condition(parts[0], parts[1]);
        problems.Add(file, 1, $"The condition \"{text}\" names no choice of a step.", "Write step = value, as in contact = phone.");
        return null;
    }

    private sealed class Document
    {
        public List<string> Starts { get; set; } = [];
        public string? Notice { get; set; }
        public List<StepEntry> Steps { get; set; } = [];
        public FilesEntry? Files { get; set; }
    }

    private sealed class StepEntry
    {
        public string Id { get; set; } = "";
        public string Ask { get; set; } = "";
        public string Answer { get; set; } = "";
        public bool Optional { get; set; }
        public Dictionary<string, string> Choices { get; set; } = [];
        public string? When { get; set; }
    }

    private sealed class FilesEntry
    {
        public string Kind { get; set; } = "";
        public string? If { get; set; }
        public string? Review { get; set; }
        public string? Consent { get; set; }
        public string Filed { get; set; } = "";
        public string? Otherwise { get; set; }
        public bool Counts { get; set; }
    }
}
