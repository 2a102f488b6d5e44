namespace EngagementBot.Casework.Receipts;

/// <summary>Encrypts what must not lie in the database as plain text: contact details, pictures, and a receipt until it has been used.</summary>
public interface IConfidentialText
{
    string Protect(string text);

    /// <returns>Null if it cannot be read any more, such as after the keys were lost.</returns>
    string? Unprotect(string text);

    /// <summary>The same for a file.</summary>
    byte[] Protect(byte[] content);

    byte[]? Unprotect(byte[] content);
}
