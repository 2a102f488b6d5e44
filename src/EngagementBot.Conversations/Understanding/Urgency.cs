namespace EngagementBot.Conversations.Understanding;

/// <summary>How soon somebody must act, from what was found and how the message reads.</summary>
internal static class Urgency
{
    public const int ActNow = 1;
    private const int SameDay = 2;
    private const int Ordinary = 3;
    private const int Rest = 4;
    private const float Told = 0.1f;
    private const float Possible = 0.1f;
    private const float Likely = 0.15f;
    private const float VeryLikely = 0.5f;
    private const float Plain = 0.6f;
    private const float Grave = 0.12f;

    private static readonly string[] Misconduct = ["force", "slur", "retaliation", "bribe", "detention", "life"];

    // "ICE is at the door, must I open?" has all the words of danger.
    private const float Asked = 0.9f;

    /// <summary>Danger to somebody's life, whoever is the cause.</summary>
    public static bool LifeInDanger(Evidence evidence, KindScores kinds) =>
        evidence.HoldsStill("self-harm", "threat")
        || (evidence.HoldsStill("life") && (evidence.IsNow || IsTold(kinds)))
        || IsPressing(evidence, kinds);

    /// <summary>Violence, a detention or an entry by officers that goes on at this moment.</summary>
    public static bool OfficersActNow(Evidence evidence, KindScores kinds) =>
        (kinds["question"] < Asked && evidence.IsNow && evidence.HoldsStill("force", "detention", "door") && (evidence.Has("officers") || kinds.Best == "complaint"))
        || (kinds.Acting > kinds["emergency"] && IsPressing(evidence, kinds));

    // No list has all ways to say it, so what reads like danger is danger. To miss one costs more than to cry once.
    private static bool IsPressing(Evidence evidence, KindScores kinds) => (kinds.Acting + kinds["emergency"]) switch
    {
        >= VeryLikely => true,
        >= Likely => !evidence.Has(Evidence.Imagined) && !evidence.Has("past"),
        >= Possible => !evidence.Has(Evidence.Imagined) && !evidence.Has("past") && evidence.HasDanger,
        _ => false,
    };

    // "Do officers carry guns?" and "where do I register a gun" are no emergency, unless they say that it happens now.
    private static bool IsTold(KindScores kinds) => kinds["emergency"] + kinds["complaint"] >= Told;

    /// <summary>No word of danger or misconduct is in it, and it does not plainly read like danger: "con toi khong tho" is no "còn ...".</summary>
    public static bool MayBeHarmless(Evidence evidence, KindScores kinds) =>
        !evidence.HasDanger && !IsNamed(evidence) && kinds.Acting + kinds["emergency"] < Plain;

    // Denied or not.
    private static bool IsNamed(Evidence evidence) => evidence.HasAny(Misconduct);

    /// <summary>What would be serious misconduct if an officer did it. "Nobody was hit" is none, however it reads.</summary>
    public static bool IsSerious(Evidence evidence, KindScores kinds) =>
        evidence.Holds(Misconduct) || (kinds.Serious + kinds.Acting >= Grave * kinds["complaint"] && !IsNamed(evidence));

    public static int Of(string kind, Evidence evidence, KindScores kinds, bool actNow) => kind switch
    {
        _ when actNow => ActNow,
        "complaint" when IsSerious(evidence, kinds) => SameDay,
        "complaint" or "concern" or "emergency" => Ordinary,
        _ => Rest,
    };
}
