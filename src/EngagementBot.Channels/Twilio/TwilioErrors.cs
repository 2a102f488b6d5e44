namespace EngagementBot.Channels.Twilio;

/// <summary>Twilio's codes in plain words for officers: https://www.twilio.com/docs/api/errors.</summary>
public static class TwilioErrors
{
    public const string OptedOut = "21610";

    public static string Words(string? code) => code switch
    {
        "21211" or "21217" => "this is no phone number",
        "21408" => "texts to this country are not switched on in the Twilio account",
        OptedOut => "the resident does not want texts",
        "21612" or "21606" or "21659" or "21660" => "the Twilio account cannot send from its number to this phone",
        "21614" => "this number cannot take texts: it may be a landline",
        "21617" => "the text is too long",
        "30001" => "too many texts were waiting at Twilio",
        "30002" => "the Twilio account is suspended",
        "30003" => "the phone is switched off or out of reach",
        "30004" => "the phone's owner or its company blocks texts from here",
        "30005" => "the number is not in use, or not any more",
        "30006" => "this number cannot take texts: it may be a landline",
        "30007" => "the phone company took the text for spam",
        "30008" => "the phone company does not say why",
        "30034" or "30035" => "the agency's number is not registered with the phone companies (10DLC)",
        null => "Twilio does not say why",
        _ => "Twilio refused it",
    };
}
