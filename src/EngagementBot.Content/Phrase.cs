using System.Reflection;

namespace EngagementBot.Content;

/// <summary>The keys of <c>strings.json</c> that the program itself says. Keys that only a dialog asks stand in <c>dialogs/</c>.</summary>
public static class Phrase
{
    public const string Greeting = "greeting";
    public const string GreetingAgain = "greeting.again";
    public const string Thanks = "thanks";
    public const string OffTopic = "off-topic";
    public const string Apology = "apology";
    public const string Empty = "empty";
    public const string TooLong = "too-long";
    public const string Attachment = "attachment";
    public const string StopConfirmed = "stop.confirmed";

    public const string SmsHello = "sms.hello";
    public const string SmsCarrier = "sms.carrier";
    public const string SmsHelp = "sms.help";
    public const string SmsStopped = "sms.stopped";
    public const string SmsStarted = "sms.started";
    public const string SmsPictureKept = "sms.picture.kept";
    public const string SmsPictureWaits = "sms.picture.waits";
    public const string SmsCases = "sms.cases";
    public const string SmsOtherCase = "sms.cases.other";

    public const string AnswerSources = "answer.sources";
    public const string AnswerReviewed = "answer.reviewed";
    public const string AnswerDraft = "answer.draft";
    public const string AnswerMore = "answer.more";
    public const string AnswersTitle = "answers.title";
    public const string AnswersIntro = "answers.intro";
    public const string AnswersAll = "answers.all";
    public const string AnswersAsk = "answers.ask";
    public const string AnswersLanguages = "answers.languages";
    public const string NotFoundTitle = "not-found.title";
    public const string NotFoundText = "not-found.text";

    public const string Unknown = "unknown";
    public const string UnknownPerson = "unknown.person";

    public const string ActionComplaint = "action.complaint";
    public const string ActionConcern = "action.concern";
    public const string ActionHuman = "action.human";
    public const string ActionStatus = "action.status";
    public const string ActionAdd = "action.add";
    public const string ActionMenu = "action.menu";
    public const string ActionLeaveOutStatus = "action.leave-out-status";

    public const string LanguageAsk = "language.ask";
    public const string LanguageChanged = "language.changed";
    public const string LanguageNotOffered = "language.not-offered";
    public const string LanguageNotKnown = "language.not-known";

    public const string ServiceNotice = "service-notice";
    public const string Masked = "masked";
    public const string StatusNotNeeded = "status-not-needed";
    public const string StatusFiled = "status-filed";
    public const string StatusLeftOut = "status-left-out";
    public const string DangerLife = "danger.life";
    public const string DangerSelfHarm = "danger.self-harm";
    public const string DangerOfficersNow = "danger.officers-now";
    public const string DangerFiled = "danger.filed";
    public const string DangerAdded = "danger.added";

    public const string DialogSkip = "dialog.skip";
    public const string DialogLeave = "dialog.leave";
    public const string DialogLeaveAsk = "dialog.leave-ask";
    public const string DialogStay = "dialog.stay";
    public const string DialogLeaveSure = "dialog.leave-sure";
    public const string DialogLeft = "dialog.left";
    public const string DialogGoOn = "dialog.go-on";
    public const string DialogChoose = "dialog.choose";
    public const string DialogYes = "dialog.yes";
    public const string DialogNo = "dialog.no";
    public const string DialogBadDate = "dialog.bad-date";
    public const string DialogBadPhone = "dialog.bad-phone";
    public const string DialogBadEmail = "dialog.bad-email";
    public const string DialogNotSaid = "dialog.not-said";
    public const string DialogFile = "dialog.file";
    public const string DialogChange = "dialog.change";
    public const string DialogChangeWhich = "dialog.change-which";
    public const string DialogLeaveOutStatus = "dialog.leave-out-status";

    public const string StatusNotFound = "status.not-found";
    public const string StatusBadReceipt = "status.bad-receipt";
    public const string StatusTooMany = "status.too-many";
    public const string StatusCase = "status.case";
    public const string StatusDue = "status.due";
    public const string StatusNoReplies = "status.no-replies";
    public const string StatusReplies = "status.replies";
    public const string StatusReply = "status.reply";
    public const string StatusNews = "status.news";
    public const string StatusTranslated = "status.translated";

    public const string AddWhat = "add.what";
    public const string AddDone = "add.done";
    public const string EraseDone = "erase.done";
    public const string EraseKept = "erase.kept";

    public const string ListAnd = "list.and";

    /// <summary>What stands before the name of a group of topics: <c>group.program</c>.</summary>
    public const string Group = "group.";

    /// <summary>Beginnings of keys that are put together from a name of the domain: <c>state.new</c>, <c>masked.card</c>.</summary>
    internal static readonly string[] Families = ["page.", "field.", "state.", "masked.", "model.", "not-given.", Group];

    internal static readonly IReadOnlyList<string> All =
    [
        .. typeof(Phrase).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!).Where(k => k != Group),
    ];
}
