namespace EngagementBot.Content;

/// <summary>Collects what is wrong while the content is read, so that one run names all of it.</summary>
internal sealed class Problems
{
    private readonly List<ContentProblem> _found = [];

    public IReadOnlyList<ContentProblem> Found => _found;

    public bool Any => _found.Exists(p => !p.IsWarning);

    public void Add(Problems others) => _found.AddRange(others._found);

    public void Add(string file, int line, string what, string remedy) => _found.Add(new(file, line, what, remedy));

    public void Warn(string file, int line, string what, string remedy) =>
        _found.Add(new(file, line, what, remedy, IsWarning: true));
}
