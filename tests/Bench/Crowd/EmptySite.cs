using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace SafetyAnalytics.Bench.Crowd;

/// <summary>The least a Blazor Server page can be, the floor of a crowd: one circuit and one button.</summary>
internal static class EmptySite
{
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var site = builder.Build();
        site.UseAntiforgery();
        site.MapStaticAssets();
        site.MapRazorComponents<EmptyDocument>().AddInteractiveServerRenderMode();
        return site;
    }
}

/// <summary>The document around <see cref="EmptyPage"/>.</summary>
public sealed class EmptyDocument : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMarkupContent(0, "<!DOCTYPE html>");
        builder.OpenElement(1, "html");
        builder.AddMarkupContent(2, "<head><base href=\"/\" /></head>");
        builder.OpenElement(3, "body");
        builder.OpenComponent<EmptyPage>(4);
        builder.AddComponentRenderMode(RenderMode.InteractiveServer);
        builder.CloseComponent();
        builder.AddMarkupContent(5, "<script src=\"_framework/blazor.web.js\"></script>");
        builder.CloseElement();
        builder.CloseElement();
    }
}

/// <summary>A button that counts.</summary>
[Route("/")]
public sealed class EmptyPage : ComponentBase
{
    private int _count;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "main");
        builder.AddAttribute(1, "aria-busy", RendererInfo.IsInteractive ? "false" : "true");
        builder.OpenElement(2, "button");
        builder.AddAttribute(3, "onclick", EventCallback.Factory.Create(this, () => _count++));
        builder.AddContent(4, _count);
        builder.CloseElement();
        builder.CloseElement();
    }
}
