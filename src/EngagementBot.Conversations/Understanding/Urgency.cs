namespace EngagementBot.Conversations.Understanding;

/// <summary>How soon somebody must act, from what was found and how the message reads.</summary>
internal static class Urgency
{
    public const int ActNow = 1;
    private const int SameDay = 2;
    private const int Ordinary = 3;
    private const int Rest = 4;

    // "Do officers carry guns?" is no emergency, unless it says that it happens now.
    private const float SurelyAsked = 0.7f;

    /// <summary>Danger to somebody's life, whoever is the cause.</summary>
    public static bool LifeInDanger(Evidence evidence, KindScores kinds) =>
        evidence.HoldsStill("self-harm", "threat")
        || (evidence.HoldsStill("life") && (kinds["question"] < SurelyAsked || evidence.Holds("now")))
        || (kinds.Best == "emergency" && !evidence.Has(Evidence.Imagined) && !evidence.Has("past"));

    /// <summary>Violence, a detention or an entry by officers that goes on at this moment.</summary>
    public static bool OfficersActNow(Evidence evidence, KindScores kinds) =>
        evidence.Holds("now") && evidence.HoldsStill("force", "detention", "door")
        && (evidence.Has("officers") || kinds.Best == "complaint");

    public static int Of(string kind, Evidence evidence, bool actNow) => kind switch
    {
        _ when actNow => ActNow,
        "complaint" when evidence.Holds("force", "slur", "retaliation", "bribe", "detention", "life") => SameDay,
        "complaint" or "concern" or "emergency" => Ordinary,
        _ => Rest,
    };
}
