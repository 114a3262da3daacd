using SafetyAnalytics.Web.Shell;

return await CommandLine.RunAsync(args, intake: null, Console.Out, Console.Error);
