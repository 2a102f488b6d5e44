using System.Text;
using EngagementBot.Casework.Receipts;

namespace EngagementBot.Storage.Tests;

/// <summary>Makes a text unreadable to the eye, which is all that a test of the store needs.</summary>
internal sealed class SealedText : IConfidentialText
{
    public string Protect(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public string? Unprotect(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

    public byte[] Protect(byte[] content) => [.. content.Reverse()];

    public byte[]? Unprotect(byte[] content) => [.. content.Reverse()];
}

/// <summary>Fails when the turn is half stored: a reply's receipt is sealed after the case is filed.</summary>
internal sealed class BrokenText : IConfidentialText
{
    public string Protect(string text) => throw new InvalidOperationException("The keys are gone.");

    public string? Unprotect(string text) => null;

    public byte[] Protect(byte[] content) => throw new InvalidOperationException("The keys are gone.");

    public byte[]? Unprotect(byte[] content) => null;
}
