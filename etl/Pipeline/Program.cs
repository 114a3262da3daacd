using SafetyAnalytics.Pipeline;

return await SafetyCommand.RunAsync(args, Console.Out, Console.Error, TimeProvider.System);
