using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>Puts the key of an Azure AI resource on each request. (Azure.Core's own policy for it is internal.)</summary>
public sealed class KeyPolicy(AzureKeyCredential key) : HttpPipelineSynchronousPolicy
{
    private const string Header = "Ocp-Apim-Subscription-Key";

    public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue(Header, key.Key);
}
