using EngagementBot.Benchmarks;

return args is ["bare", ..] ? await BareEndpoint.RunAsync(args[1..]) : await CommandLine.RunAsync(args);
