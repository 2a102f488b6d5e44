using System.Security.Cryptography;
using System.Text;

namespace EngagementBot.Casework.Officers;

/// <summary>Who may sign in, and how an officer gets and changes a password.</summary>
public sealed class OfficerRegister(IOfficerStore store, IPasswords passwords, TimeProvider clock)
{
    /// <summary>In characters, after NIST SP 800-63B for a password without a second factor.</summary>
    public const int ShortestPassword = 12;

    private const int FailuresUntilLocked = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    // Checked when a name is unknown, so that the time of the answer does not tell which names exist.
    private readonly Lazy<string> _decoy = new(() => passwords.Hash(NewSecret()));

    /// <returns>Null if the name is taken.</returns>
    public Task<Officer?> AddAsync(string name, OfficerRole role, bool delegated, string? password, CancellationToken cancellationToken) => store.AddAsync(
        new Officer(0, name.Trim(), role, delegated, false, password is null ? null : passwords.Hash(password), NewSecret(), 0, null), cancellationToken);

    /// <summary>A new one-time link ends the old password at once.</summary>
    /// <returns>The secret of the link, valid for 24 hours.</returns>
    public async Task<string> InviteAsync(Officer officer, CancellationToken cancellationToken)
    {
        var secret = NewSecret();
        await store.UpdateAsync(officer with { PasswordHash = null, SecurityStamp = NewSecret() }, cancellationToken);
        await store.AddLinkAsync(officer.Id, HashOf(secret), clock.GetUtcNow() + LinkLife, cancellationToken);
        return secret;
    }

    /// <returns>Null if the link is unknown, used or expired.</returns>
    public async Task<Officer?> AcceptAsync(string secret, string password, CancellationToken cancellationToken)
    {
        var officer = await store.TakeLinkAsync(HashOf(secret), clock.GetUtcNow(), cancellationToken);
        return officer is null ? null : await SetPasswordAsync(officer, password, cancellationToken);
    }

    public async Task<Officer> SetPasswordAsync(Officer officer, string password, CancellationToken cancellationToken)
    {
        var changed = officer with { PasswordHash = passwords.Hash(password), SecurityStamp = NewSecret(), FailedSignIns = 0, LockedUntil = null };
        await store.UpdateAsync(changed, cancellationToken);
        return changed;
    }

    public Task DisableAsync(Officer officer, CancellationToken cancellationToken) =>
        store.UpdateAsync(officer with { Disabled = true, SecurityStamp = NewSecret() }, cancellationToken);

    /// <returns>The officer, or null: wrong name or password, disabled, or locked for 15 minutes after 5 failures. Which one is not told.</returns>
    public async Task<Officer?> SignInAsync(string name, string password, CancellationToken cancellationToken)
    {
        var officer = await store.FindAsync(name.Trim(), cancellationToken);
        var matches = passwords.Verify(officer?.PasswordHash ?? _decoy.Value, password);
        if (officer is null || officer.Disabled || officer.PasswordHash is null || officer.LockedUntil > clock.GetUtcNow())
            return null;
        // Hashing takes its time: only the count is written, or a reset or a disabling in between would be undone.
        if (!matches)
            await store.CountFailureAsync(officer.Id, FailuresUntilLocked, clock.GetUtcNow() + LockTime, cancellationToken);
        else if (officer.FailedSignIns > 0)
            await store.ForgetFailuresAsync(officer.Id, cancellationToken);
        return matches ? officer with { FailedSignIns = 0, LockedUntil = null } : null;
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
