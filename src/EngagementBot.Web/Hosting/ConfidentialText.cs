using System.Security.Cryptography;
using EngagementBot.Casework.Receipts;
using Microsoft.AspNetCore.DataProtection;

namespace EngagementBot.Web.Hosting;

internal sealed class ConfidentialText(IDataProtectionProvider provider) : IConfidentialText
{
    private readonly IDataProtector _protector = provider.CreateProtector("confidential-text");

    public string Protect(string text) => _protector.Protect(text);

    public string? Unprotect(string text)
    {
        try
        {
            return _protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public byte[] Protect(byte[] content) => _protector.Protect(content);

    public byte[]? Unprotect(byte[] content)
    {
        try
        {
            return _protector.Unprotect(content);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
