using System.Net;
using System.Net.Sockets;

namespace EngagementBot.Scenarios.Service;

/// <summary>
/// Free ports below those that the system gives to outgoing connections, and none twice: while a killed service is down, its port looks
/// free, and nobody else may take it.
/// </summary>
internal static class LoopbackPort
{
    private const int First = 11000;
    private const int Count = 4000;
    private static int _next = Random.Shared.Next(Count);

    public static int Take()
    {
        for (var attempt = 0; attempt < Count; attempt++)
        {
            var port = First + (Interlocked.Increment(ref _next) % Count);
            if (IsFree(port))
                return port;
        }
        throw new InvalidOperationException($"No port from {First} to {First + Count - 1} is free.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
