using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace EngagementBot.Benchmarks;

/// <summary>All that the chat page loads, as it goes over the wire to a browser that takes brotli.</summary>
internal sealed partial class PageWeight(Uri start)
{
    private static readonly HttpClient Http = new();

    private readonly HashSet<Uri> _seen = [];

    /// <summary>In bytes of bodies, of the page and everything that it, its modules and its styles name.</summary>
    public async Task<long> MeasureAsync(CancellationToken cancellationToken)
    {
        var weight = 0L;
        var open = new Queue<Uri>([start]);
        while (open.TryDequeue(out var address))
        {
            if (!_seen.Add(address) || address.Authority != start.Authority)
                continue;
            weight += (await GetAsync(address, "br", cancellationToken)).Length;
            var plain = Encoding.UTF8.GetString(await GetAsync(address, "identity", cancellationToken));
            foreach (var named in Named().Matches(plain).Select(m => m.Groups["address"].Value))
                open.Enqueue(new Uri(address, named));
        }
        return weight;
    }

    private static async Task<byte[]> GetAsync(Uri address, string encoding, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await Http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    [GeneratedRegex("""(?:<link[^>]*\bhref=|<script[^>]*\bsrc=|<img[^>]*\bsrc=|\bfrom\s*|\bimport\s*\(?|\burl\()["']?(?<address>[^"')\s>]+\.(?:js|css|svg|png|ico|woff2|webmanifest)[^"')\s>]*)""")]
    private static partial Regex Named();
}
