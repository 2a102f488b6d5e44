using System.CommandLine;
using EngagementBot.Casework.Officers;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;
using Spectre.Console;

namespace EngagementBot.Web.Commands;

/// <summary><c>officer add|list|reset|disable</c>: who may sign in at the console.</summary>
internal static class OfficerCommand
{
    public static Command Create() => new("officer", "Who may sign in at the console") { Add(), List(), Reset(), Disable() };

    private static Command Add()
    {
        var (name, nameOption) = Name();
        var roleArgument = new Argument<OfficerRole?>("role") { Arity = ArgumentArity.ZeroOrOne, Description = "liaison (default), supervisor or administrator" };
        var role = new Option<OfficerRole?>("--role") { Description = "liaison (default), supervisor or administrator" };
        var delegated = new Option<bool>("--delegated") { Description = "Holds delegated 287(g) authority: cannot open cases" };
        var stdin = new Option<bool>("--password-stdin") { Description = "Read the password from standard input; without it a one-time link is printed" };
        var command = new Command("add", "Add an officer; prints a one-time link to choose a password") { name, roleArgument, nameOption, role, delegated, stdin };
        command.SetAction((parsed, stop) => CommandHost.WithStorageAsync(
            async (services, token) =>
            {
                var called = parsed.GetValue(nameOption) ?? parsed.GetValue(name);
                if (string.IsNullOrWhiteSpace(called) || called.Length > 80)
                    return CommandHost.Refuse("Give the officer's name, at most 80 characters: officer add \"First Last\" --role liaison");
                var (password, problem) = await ReadPasswordAsync(parsed.GetValue(stdin), token);
                if (problem is not null)
                    return CommandHost.Refuse(problem);
                var register = services.GetRequiredService<OfficerRegister>();
                var granted = parsed.GetValue(role) ?? parsed.GetValue(roleArgument) ?? OfficerRole.Liaison;
                if (await register.AddAsync(called, granted, parsed.GetValue(delegated), password, token) is not { } officer)
                    return CommandHost.Refuse($"There is an officer called {called} already. To give a new password: officer reset \"{called}\"");
                Console.WriteLine($"{officer.Name} is added ({granted.ToString().ToLowerInvariant()}).");
                return password is null ? await PrintLinkAsync(services, officer, token) : ExitCodes.Done;
            },
            stop));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the officers");
        command.SetAction((_, stop) => CommandHost.WithStorageAsync(
            async (services, token) =>
            {
                var table = new Table().Border(TableBorder.Simple).AddColumns("name", "role", "delegated 287(g) authority", "state");
                foreach (var officer in await services.GetRequiredService<IOfficerStore>().ListAsync(token))
                    table.AddRow(Markup.Escape(officer.Name), officer.Role.ToString().ToLowerInvariant(), officer.HasDelegatedAuthority ? "yes" : "no", State(officer));
                AnsiConsole.Write(table);
                return ExitCodes.Done;
            },
            stop));
        return command;
    }

    private static Command Reset()
    {
        var (name, nameOption) = Name();
        var stdin = new Option<bool>("--password-stdin") { Description = "Read the new password from standard input; without it a one-time link is printed" };
        var command = new Command("reset", "Give an officer a new password; ends all sign-ins of the old one") { name, nameOption, stdin };
        command.SetAction((parsed, stop) => WithOfficerAsync(
            parsed.GetValue(nameOption) ?? parsed.GetValue(name),
            async (services, officer, token) =>
            {
                var (password, problem) = await ReadPasswordAsync(parsed.GetValue(stdin), token);
                if (problem is not null)
                    return CommandHost.Refuse(problem);
                if (password is null)
                    return await PrintLinkAsync(services, officer, token);
                await services.GetRequiredService<OfficerRegister>().SetPasswordAsync(officer, password, token);
                Console.WriteLine($"{officer.Name} has a new password.");
                return ExitCodes.Done;
            },
            stop));
        return command;
    }

    private static Command Disable()
    {
        var (name, nameOption) = Name();
        var command = new Command("disable", "End an officer's access; the history of cases keeps the name") { name, nameOption };
        command.SetAction((parsed, stop) => WithOfficerAsync(
            parsed.GetValue(nameOption) ?? parsed.GetValue(name),
            async (services, officer, token) =>
            {
                await services.GetRequiredService<OfficerRegister>().DisableAsync(officer, token);
                Console.WriteLine($"{officer.Name} cannot sign in any more.");
                return ExitCodes.Done;
            },
            stop));
        return command;
    }

    private static (Argument<string?> Name, Option<string?> Option) Name() => (
        new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "The officer's name, also for signing in" },
        new Option<string?>("--name") { Description = "The same, as an option" });

    private static Task<int> WithOfficerAsync(string? name, Func<IServiceProvider, Officer, CancellationToken, Task<int>> work, CancellationToken stop) =>
        CommandHost.WithStorageAsync(
            async (services, token) => string.IsNullOrWhiteSpace(name) || await services.GetRequiredService<IOfficerStore>().FindAsync(name, token) is not { } officer
                ? CommandHost.Refuse($"There is no officer called {name}. See: officer list")
                : await work(services, officer, token),
            stop);

    private static async Task<(string? Password, string? Problem)> ReadPasswordAsync(bool fromStandardInput, CancellationToken cancellationToken)
    {
        if (!fromStandardInput)
            return (null, null);
        var password = (await Console.In.ReadLineAsync(cancellationToken))?.TrimEnd('\r');
        return password is { Length: >= OfficerRegister.ShortestPassword } ? (password, null) : (null, $"The password needs at least {OfficerRegister.ShortestPassword} characters.");
    }

    private static async Task<int> PrintLinkAsync(IServiceProvider services, Officer officer, CancellationToken cancellationToken)
    {
        var secret = await services.GetRequiredService<OfficerRegister>().InviteAsync(officer, cancellationToken);
        var url = services.GetRequiredService<ServiceSettings>().PublicUrl ?? ServiceSettings.DefaultUrl;
        Console.WriteLine("To choose a password, open this link within 24 hours; it works once:");
        Console.WriteLine($"  {url}/console/welcome#{secret}");
        if (services.GetRequiredService<ServiceSettings>().PublicUrl is null)
            Console.WriteLine("If the service listens elsewhere, its address goes before /console. (Setting PublicUrl makes the link right.)");
        return ExitCodes.Done;
    }

    private static string State(Officer officer) => officer.Disabled ? "disabled" : officer.PasswordHash is null ? "invited" : "active";
}
