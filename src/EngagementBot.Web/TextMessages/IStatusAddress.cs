namespace EngagementBot.Web.TextMessages;

/// <summary>Where the provider in use reports what becomes of a text.</summary>
internal interface IStatusAddress
{
    Uri Of(string textId);
}
