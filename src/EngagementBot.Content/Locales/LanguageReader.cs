using System.Collections.Frozen;
using System.Globalization;

namespace EngagementBot.Content.Locales;

/// <summary>Reads <c>language.yaml</c>.</summary>
internal static class LanguageReader
{
    private static readonly string[] Kinds =
        ["concern", "complaint", "praise", "emergency", "human", "status", "greeting", "thanks", "offtopic", "stop"];

    private static readonly string[] Commands =
        ["menu", "help", "back", "skip", "yes", "no", "leave", "erase", "change", "unknown"];

    public static LanguageProfile? Read(string folder, Problems problems)
    {
        var file = Path.Combine(folder, "language.yaml");
        if (Yaml.ReadFile<Document>(file, problems) is not { } document)
            return null;
        Require(document.Name.Length > 0, "name", "the name of the language in itself");
        Require(document.EnglishName.Length > 0, "englishName", "the English name of the language");
        Require(document.Direction is "ltr" or "rtl", "direction", "ltr or rtl");
        Require(document.Stop.Count > 0, "stop", "words that ask for no more messages");
        Require(document.Start.Count > 0, "start", "words that ask for messages again");
        Require(document.Choices.Count > 1, "choices", "words for the first, the second ... of a list, a list for each");
        foreach (var kind in Kinds)
            Require(document.Kinds.GetValueOrDefault(kind)?.Count > 0, $"kinds: {kind}", "example messages");
        foreach (var command in Commands)
            Require(document.Commands.GetValueOrDefault(command)?.Count > 0, $"commands: {command}", "words for it");
        Unknown(document.Kinds.Keys.Except(Kinds), "kinds");
        Unknown(document.Commands.Keys.Except(Commands), "commands");
        return new LanguageProfile
        {
            Tag = Path.GetFileName(folder),
            Name = document.Name,
            EnglishName = document.EnglishName,
            IsRightToLeft = document.Direction == "rtl",
            Culture = Culture(document, file, problems),
            Asked = document.Asked,
            Commands = Freeze(document.Commands),
            Stop = document.Stop,
            OptOut = document.OptOut,
            Start = document.Start,
            Choices = [.. document.Choices],
            Kinds = Freeze(document.Kinds),
            Unanswered = document.Unanswered,
            Openers = Freeze(document.Openers),
            Fillers = document.Fillers,
            Follow = document.Follow,
            Signals = Freeze(document.Signals),
            Sentiment = Freeze(document.Sentiment),
            Dates = Freeze(document.Dates),
            Places = document.Places,
            ImmigrationStatus = document.ImmigrationStatus,
        };

        void Require(bool holds, string key, string what)
        {
            if (!holds)
                problems.Add(file, 1, $"\"{key}\" is missing.", $"Add {what}.");
        }

        void Unknown(IEnumerable<string> names, string under)
        {
            foreach (var name in names)
                problems.Add(file, 1, $"\"{name}\" under {under} is unknown.", "Correct its spelling or delete it (locales/README.md).");
        }
    }

    private static CultureInfo Culture(Document document, string file, Problems problems)
    {
        CultureInfo culture;
        try
        {
            culture = (CultureInfo)CultureInfo.GetCultureInfo(document.Culture).Clone();
        }
        catch (CultureNotFoundException)
        {
            problems.Add(file, 1, $"The culture \"{document.Culture}\" is unknown.", "Write one that .NET knows, such as es-US.");
            return CultureInfo.InvariantCulture;
        }
        if (culture.Calendar is not GregorianCalendar)
            culture.DateTimeFormat.Calendar = new GregorianCalendar();
        if (document.Months.Count == 12)
            culture.DateTimeFormat.MonthNames = culture.DateTimeFormat.MonthGenitiveNames = [.. document.Months, ""];
        if (document.Days.Count == 7)
            culture.DateTimeFormat.DayNames = [.. document.Days];
        return culture;
    }

    private static FrozenDictionary<string, IReadOnlyList<string>> Freeze(Dictionary<string, List<string>> lists) =>
        lists.ToFrozenDictionary(l => l.Key, l => (IReadOnlyList<string>)(l.Value ?? []));

    private sealed class Document
    {
        public string Name { get; set; } = "";

        [YamlDotNet.Serialization.YamlMember(Alias = "englishName", ApplyNamingConventions = false)]
        public string EnglishName { get; set; } = "";

        public string Direction { get; set; } = "";
        public string Culture { get; set; } = "";
        public List<string> Months { get; set; } = [];
        public List<string> Days { get; set; } = [];
        public List<string> Asked { get; set; } = [];
        public Dictionary<string, List<string>> Commands { get; set; } = [];
        public List<string> Stop { get; set; } = [];
        public List<string> OptOut { get; set; } = [];
        public List<string> Start { get; set; } = [];
        public List<List<string>> Choices { get; set; } = [];
        public Dictionary<string, List<string>> Kinds { get; set; } = [];
        public List<string> Unanswered { get; set; } = [];
        public Dictionary<string, List<string>> Openers { get; set; } = [];
        public List<string> Fillers { get; set; } = [];
        public List<string> Follow { get; set; } = [];
        public Dictionary<string, List<string>> Signals { get; set; } = [];
        public Dictionary<string, List<string>> Sentiment { get; set; } = [];
        public Dictionary<string, List<string>> Dates { get; set; } = [];
        public List<string> Places { get; set; } = [];
        public List<string> ImmigrationStatus { get; set; } = [];
    }
}
