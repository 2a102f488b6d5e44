using System.Net;
using System.Net.Sockets;

namespace EngagementBot.Web.BotFramework;

/// <summary>Which addresses of channels may be called. In Production never one inside our own network: a forged activity
/// must not make the service knock at its neighbours.</summary>
internal sealed class ServiceUrls(IWebHostEnvironment environment)
{
    public async Task<bool> IsAllowedAsync(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return false;
        if (!environment.IsProduction())
            return true;
        return url.Scheme == "https" && (await AddressesAsync(url.DnsSafeHost)) is { Length: > 0 } addresses && addresses.All(IsPublic);
    }

    private static async Task<IPAddress[]> AddressesAsync(string host)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host);
        }
        catch (SocketException)
        {
            return [];
        }
    }

    private static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain) || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any))
            return false;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
            return !plain.IsIPv6LinkLocal && !plain.IsIPv6SiteLocal && !plain.IsIPv6UniqueLocal && !plain.IsIPv6Multicast;
        return plain.GetAddressBytes() is var b && b switch
        {
            [0 or 10 or 127, ..] or [169, 254, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] or [>= 224, ..] => false,
            _ => true,
        };
    }
}
