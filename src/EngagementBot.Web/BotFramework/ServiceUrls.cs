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

    /// <summary>Connects to what the name means now: since the look above it may have come to mean another machine.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await AddressesAsync(context.DnsEndPoint.Host);
        if (addresses.Length == 0 || (environment.IsProduction() && !addresses.All(IsPublic)))
            throw new HttpRequestException("The channel's address is not one that this service may call.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> AddressesAsync(string host)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host);
        }
        catch (Exception nowhere) when (nowhere is SocketException or ArgumentException)
        {
            // No such name, or one that is no address to call, such as 0.0.0.0.
            return [];
        }
    }

    // ::a.b.c.d, NAT64 and 6to4 lead to an address of the old kind; nobody's channel needs them.
    private static bool HoldsIPv4(IPAddress address) =>
        address.GetAddressBytes() is [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ..] or [0, 0x64, 0xff, 0x9b, ..] or [0x20, 0x02, ..];

    private static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain) || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any))
            return false;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
            return !HoldsIPv4(plain) && !plain.IsIPv6LinkLocal && !plain.IsIPv6SiteLocal && !plain.IsIPv6UniqueLocal && !plain.IsIPv6Multicast;
        return plain.GetAddressBytes() is var b && b switch
        {
            [0 or 10 or 127, ..] or [169, 254, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] or [>= 224, ..] => false,
            _ => true,
        };
    }
}
