using System.Security.Cryptography;
using System.Text;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.DirectLine;

/// <summary>Who calls: the owner of a token, or a client with one of the secrets.</summary>
internal static class DirectLineCaller
{
    public static string? Bearer(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.Length > 7 ? header[7..].Trim() : null;
    }

    public static bool IsSecret(string given, ServiceSettings settings)
    {
        var bytes = Encoding.UTF8.GetBytes(given);
        return settings.DirectLineSecrets.Any(s => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(s), bytes));
    }

    /// <param name="conversationId">The conversation that the address names; null for any.</param>
    public static (DirectLineGrant? Grant, IResult? Problem) Read(HttpRequest request, DirectLineTokens tokens, string? conversationId)
    {
        if (Bearer(request) is not { } token)
            return (null, DirectLineErrors.Unauthorized());
        if (tokens.Read(token) is not { } grant)
            return (null, DirectLineErrors.Forbidden());
        if (grant.IsExpired)
            return (null, DirectLineErrors.TokenExpired());
        return conversationId is null || grant.ConversationId == conversationId ? (grant, null) : (null, DirectLineErrors.Forbidden());
    }

    /// <summary>A secret opens any conversation, for any user; without a name, a new one.</summary>
    public static (DirectLineGrant? Grant, IResult? Problem) ReadOrSecret(
        HttpRequest request, DirectLineTokens tokens, ServiceSettings settings, string? conversationId = null) =>
        settings.DirectLineSecrets.Count > 0 && Bearer(request) is { } secret && IsSecret(secret, settings)
            ? (new DirectLineGrant(conversationId ?? DirectLineTokens.NewId(), UserId: ""), null)
            : Read(request, tokens, conversationId);
}
