using EngagementBot.Casework.Officers;
using Microsoft.AspNetCore.Identity;

namespace EngagementBot.Web.Officers;

/// <summary>The framework's password hasher (PBKDF2, 100,000 rounds of HMAC-SHA512).</summary>
internal sealed class Passwords : IPasswords
{
    private static readonly object Nobody = new();
    private readonly PasswordHasher<object> _hasher = new();

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    public bool Verify(string hash, string password) => _hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;
}
