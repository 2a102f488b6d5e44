using System.Xml.Linq;
using EngagementBot.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace EngagementBot.Web.Hosting;

/// <summary>Keeps the keys of Data Protection in the database, for several replicas on one PostgreSQL.</summary>
internal sealed class KeyRepository(ServiceKeys keys) : IXmlRepository
{
    private const string Prefix = "data-protection/";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. keys.ListAsync(Prefix, CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.GetOrAddAsync(Prefix + friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
}
