namespace EngagementBot.Casework.Cases;

/// <summary>Pictures that residents sent for a case: first their addresses at the provider, then the pictures. They are deleted with the case.</summary>
public interface IPictureStore
{
    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<CasePicture>> OfCaseAsync(long caseId, CancellationToken cancellationToken);

    /// <returns>Null if there is no such picture, or it is not kept here.</returns>
    Task<KeptPicture?> FindAsync(long caseId, long number, CancellationToken cancellationToken);

    /// <summary>What is to be fetched, or to be deleted at the provider, now. Whoever takes it has it alone until <paramref name="leased"/>.</summary>
    Task<IReadOnlyList<DuePicture>> TakeAsync(int most, DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken);

    /// <summary>It has been fetched. For a case that is deleted meanwhile nothing is kept.</summary>
    /// <param name="erase">When it shall be deleted at the provider; null for never.</param>
    Task KeepAsync(DuePicture picture, KeptPicture kept, DateTimeOffset? erase, CancellationToken cancellationToken);

    /// <summary>It will not be fetched: an event of the case says why.</summary>
    /// <param name="reason">For officers, in English.</param>
    Task LoseAsync(DuePicture picture, string reason, DateTimeOffset now, CancellationToken cancellationToken);

    /// <param name="next">Null gives up.</param>
    Task PostponeAsync(DuePicture picture, DateTimeOffset? next, CancellationToken cancellationToken);

    /// <summary>It is deleted at the provider: its address goes.</summary>
    Task ErasedAsync(DuePicture picture, CancellationToken cancellationToken);
}

/// <param name="Number">From 1 within the case.</param>
/// <param name="Address">At the provider, encrypted; empty once it is deleted there.</param>
/// <param name="Type">Of a kept one: image/jpeg ...; null else.</param>
/// <param name="Reason">Why it is lost; null if it is not.</param>
public sealed record CasePicture(long Number, PictureState State, string Address, string? Type, string? Reason);

public enum PictureState
{
    /// <summary>It lies at the provider.</summary>
    Waiting,
    Kept,

    /// <summary>It could not be fetched.</summary>
    Lost,
}

/// <param name="Content">Encrypted.</param>
public sealed record KeptPicture(string Type, byte[] Content);

/// <param name="Address">Encrypted.</param>
/// <param name="IsKept">It is here, and to be deleted at the provider.</param>
/// <param name="Attempts">This one included.</param>
public sealed record DuePicture(long CaseId, long Number, string Address, bool IsKept, long Attempts);
