namespace EngagementBot.Casework.Officers;

/// <summary>Somebody who works the queue.</summary>
/// <param name="HasDelegatedAuthority">Holds delegated 287(g) authority: cannot open cases unless the agency decides otherwise.</param>
/// <param name="PasswordHash">Null until the one-time link has been used.</param>
/// <param name="SecurityStamp">Changes with the password, the role and disabling; a sign-in with an older one ends.</param>
/// <param name="FailedSignIns">Since the last successful one.</param>
public sealed record Officer(
    long Id, string Name, OfficerRole Role, bool HasDelegatedAuthority, bool Disabled, string? PasswordHash, string SecurityStamp,
    long FailedSignIns, DateTimeOffset? LockedUntil);

public enum OfficerRole
{
    Liaison,
    Supervisor,
    Administrator,
}
