using EngagementBot.Content;
using EngagementBot.Web.Commands;
using EngagementBot.Web.Hosting;

try
{
    return CommandLine.IsVerb(args) ? await CommandLine.RunAsync(args) : await WebService.RunAsync(args);
}
catch (ContentException wrong)
{
    foreach (var problem in wrong.Problems)
        Console.Error.WriteLine(problem);
    return ExitCodes.WrongSettings;
}
