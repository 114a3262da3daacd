using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Console;
using Radzen;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Figures;
using SafetyAnalytics.Web.Hazards;
using SafetyAnalytics.Web.Inbox;
using SafetyAnalytics.Web.Reports;
using SafetyAnalytics.Web.Risk;
using SafetyAnalytics.Web.Submissions;

namespace SafetyAnalytics.Web.Shell;

/// <summary>Puts the web together.</summary>
public static class WebSite
{
    /// <summary>A builder that has read environment and settings but not yet been told where to listen.</summary>
    /// <param name="intake">Makes the way into the warehouse.</param>
    public static WebApplicationBuilder Configure(WebOptions options, Func<WebOptions, ILedgerIntake> intake)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebSite).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        // Build output has no wwwroot of its own: its assets are found through a manifest, in any environment. Published output has no manifest and needs none.
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = ConsoleFormatterNames.Simple);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<Activity>();
        AddReading(builder.Services, options);
        AddInbox(builder.Services, options, intake(options));
        AddDesk(builder.Services, options);
        AddPages(builder.Services);
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder, WebOptions options)
    {
        builder.WebHost.UseUrls([.. options.Urls]);
        Directory.CreateDirectory(options.Inbox);
        var site = builder.Build();
        site.Use((context, next) =>
        {
            SecurityHeaders.Add(context);
            CultureChoice.Remember(context);
            return next(context);
        });
        site.UseResponseCompression();
        site.UseExceptionHandler("/fault", createScopeForErrors: true);
        site.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        site.UseAntiforgery();
        site.MapStaticAssets();
        site.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        site.MapHealthChecks("/health/ready");
        UploadEndpoint.Map(site);
        Downloads.Map(site);
        ReportFiles.Map(site);
        BulletinFiles.Map(site);
        PlanFiles.Map(site);
        FigureFiles.Map(site);
        HazardFiles.Map(site);
        site.MapRazorComponents<App>().AddInteractiveServerRenderMode(render => render.ContentSecurityFrameAncestorsPolicy = null);
        return site;
    }

    private static void AddReading(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new PublishedDirectory(options.Published));
        services.AddSingleton<PointerWatch>();
        services.AddSingleton<OneDoor>();
        services.AddHealthChecks().AddCheck<SnapshotHealth>("snapshot");
    }

    private static void AddInbox(IServiceCollection services, WebOptions options, ILedgerIntake intake)
    {
        services.AddSingleton(intake);
        services.AddSingleton<InboxRound>();
        services.AddSingleton<InboxHolding>();
        services.AddHostedService<InboxWatcher>();
        if (options.IsDemo) services.AddHostedService<DemoPreparation>();
    }

    private static void AddDesk(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(new DataDirectory(options.Data));
        services.AddSingleton<UploadStore>();
        services.AddSingleton<UploadForm>();
        services.AddSingleton<ReasonBook>();
        services.AddSingleton<Desk>();
        services.AddHostedService(provider => provider.GetRequiredService<Desk>());
        services.AddSingleton<DecisionDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<DecisionDesk>());
        services.AddSingleton<HandBackDesk>();
        services.AddSingleton<PlanDesk>();
        services.AddScoped<Signature>();
        services.AddScoped<SnapshotNews>();
    }

    private static void AddPages(IServiceCollection services)
    {
        // Chinese as itself, not as entities of six times the size.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddResponseCompression();
        // Open pages would hold the process back; they reconnect to the next one.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        // Nothing outlives the process: there is no sign-in, and a circuit ends with its server.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<CircuitOptions>(circuit => circuit.DetailedErrors = false);
        services.AddRadzenComponents();
        services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
    }
}
