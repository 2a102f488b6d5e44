using EngagementBot.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EngagementBot.Web.TextMessages;

/// <summary>Where the answers' pages lie, for the links in texts.</summary>
internal sealed class PageAddress(ServiceSettings settings, IServer server)
{
    /// <summary>Without PublicUrl, which every provider but that of Development needs, it is where the service listens. No slash at its end.</summary>
    public string Url => settings.PublicUrl ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? ServiceSettings.DefaultUrl;
}
