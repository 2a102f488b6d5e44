using System.CommandLine;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;
using EngagementBot.Web.TextMessages;

namespace EngagementBot.Web.Commands;

/// <summary><c>sms</c>: a phone that texts with a service in Development, without a phone company.</summary>
internal static class SmsCommand
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Where the service listens", DefaultValueFactory = _ => ServiceSettings.DefaultUrl };
        var number = new Option<string>("--number") { Description = "The phone's number; another one is another resident", DefaultValueFactory = _ => "+15550101234" };
        var command = new Command(
            "sms", "Play a phone that texts with the running service (in Development, without Twilio). STOP, START, HELP and numbers work; an empty line or Ctrl+C ends it.") { url, number };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(url)!, parsed.GetValue(number)!, stop));
        return command;
    }

    private static async Task<int> RunAsync(string url, string typed, CancellationToken stop)
    {
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var service) || service.Scheme is not ("http" or "https"))
            return CommandHost.Refuse($"\"{url}\" is no address. Write one such as {ServiceSettings.DefaultUrl}.");
        if (PhoneNumbers.Read(typed) is not { } number)
            return CommandHost.Refuse($"\"{typed}\" is no phone number. Write one such as +15550101234.");
        using var line = new PlayedLine(service, number);
        try
        {
            await new PlayedPhone(line, Console.In, new PhoneScreen(Console.IsInputRedirected || Console.IsOutputRedirected)).RunAsync(stop);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Done;
        }
        catch (LineDeadException dead)
        {
            await Console.Error.WriteLineAsync(dead.Message);
            return ExitCodes.Failed;
        }
    }
}
