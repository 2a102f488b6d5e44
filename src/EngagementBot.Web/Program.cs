using System.Data.Common;
using EngagementBot.Content;
using EngagementBot.Storage;
using EngagementBot.Web.Commands;
using EngagementBot.Web.Hosting;

try
{
    return CommandLine.IsVerb(args) ? await CommandLine.RunAsync(args) : await WebService.RunAsync(args);
}
catch (Exception refused) when (refused is NewerSchemaException or DbException or LostKeysException)
{
    Console.Error.WriteLine($"The store cannot be used: {refused.Message}");
    return ExitCodes.Failed;
}
catch (ContentException wrong)
{
    foreach (var problem in wrong.Problems)
        Console.Error.WriteLine(problem);
    return ExitCodes.WrongSettings;
}
