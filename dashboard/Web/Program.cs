using SafetyAnalytics.Web.Inbox;
using SafetyAnalytics.Web.Shell;

return await CommandLine.RunAsync(args, options => new PipelineIntake(options, TimeProvider.System), Console.Out, Console.Error);
