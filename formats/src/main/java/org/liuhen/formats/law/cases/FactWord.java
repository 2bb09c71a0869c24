package org.liuhen.formats.law.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.ApprovalCommand;
import org.liuhen.core.cases.DocumentCommand;
import org.liuhen.core.cases.ExecutionCommand;
import org.liuhen.core.cases.FindingCommand;
import org.liuhen.core.cases.LicenceCommand;
import org.liuhen.core.cases.LifeCommand;
import org.liuhen.core.cases.MeasureCommand;
import org.liuhen.core.cases.ProcessCommand;
import org.liuhen.core.cases.ServiceCommand;

/** The closed table of what a worked case can say: one Chinese word for each command of core, the same for all agencies. */
public enum FactWord {
    /** Begins a case. */
    OPEN("立案", "begins the case", LifeCommand.OpenCase.class,
            Map.of("kind", "penalty", "procedure", "ordinary", "origin", "exOfficio", "subject", "涉嫌无照经营", "unit", "zf1", "handlers", "张三 李四")),
    /** Names a party. */
    NAME_PARTY("登记当事人", "names a party", LifeCommand.NameParty.class, Map.of("kind", "company", "name", "某某商店")),
    /** Where the matter came from. */
    STATE_SOURCE("说明来源", "says where the matter came from and why the case is begun", LifeCommand.StateSource.class,
            Map.of("kind", "inspectionPlan", "cause", "日常检查中发现")),
    /** Other handlers. */
    CHANGE_HANDLERS("变更承办人", "other officers handle the case", LifeCommand.ChangeHandlers.class, Map.of("reason", "工作调整")),
    /** Asks for recusal. */
    REQUEST_RECUSAL("申请回避", "asks that an officer does not handle the case", LifeCommand.RequestRecusal.class, Map.of("ground", "与当事人有近亲属关系")),
    /** Decides about recusal. */
    DECIDE_RECUSAL("决定回避", "decides about a request for recusal", LifeCommand.DecideRecusal.class, Map.of("reason", "理由成立")),
    /** Marks what the case needs. */
    FLAG("标注案件要素", "marks what the case needs", LifeCommand.FlagCase.class, Map.of("ground", "案情需要")),
    /** Interrupts. */
    SUSPEND("中止", "interrupts the case", LifeCommand.SuspendCase.class, Map.of("reason", "等待鉴定结论")),
    /** Goes on. */
    RESUME("恢复", "goes on with an interrupted case", LifeCommand.ResumeCase.class),
    /** Hands over. */
    TRANSFER("移送", "hands the case to another authority", LifeCommand.TransferCase.class, Map.of("to", "公安机关", "reason", "涉嫌犯罪")),
    /** Merges. */
    MERGE("并案", "goes on with this case in another one", LifeCommand.MergeCase.class, Map.of("reason", "同一当事人")),
    /** Splits. */
    SPLIT("分案", "takes a matter out of this case", LifeCommand.SplitCase.class, Map.of("reason", "当事人不同")),
    /** Ends. */
    END("结案", "ends the case", LifeCommand.EndCase.class, Map.of("ground", "performed")),
    /** Takes up again. */
    REOPEN("恢复办理", "takes an ended case up again", LifeCommand.ReopenCase.class, Map.of("reason", "发现新的证据")),

    /** Enters a stage. */
    ENTER_STAGE("进入环节", "a stage begins", ProcessCommand.EnterStage.class),
    /** Declares an item. */
    DECLARE("声明", "declares that an item did not occur, does not apply or is not required", ProcessCommand.DeclareItem.class,
            Map.of("declaration", "didNotOccur")),
    /** Takes a declaration back. */
    WITHDRAW_DECLARATION("撤回声明", "takes a declaration back", ProcessCommand.WithdrawDeclaration.class),
    /** Certificates shown. */
    SHOW_CERTIFICATES("出示证件", "officers showed their certificates", ProcessCommand.ShowCertificates.class,
            Map.of("officers", "张三 李四", "toWhom", "当事人", "how", "当面出示")),
    /** Tells a right. */
    TELL_RIGHT("告知权利", "the party is told of a right", ProcessCommand.TellRight.class),
    /** What the party did with a right. */
    RECORD_RESPONSE("登记当事人回应", "what the party did with a right", ProcessCommand.RecordResponse.class),
    /** A right does not apply. */
    EXCEPT_RIGHT("权利不适用", "a right does not apply", ProcessCommand.ExceptRight.class, Map.of("ground", "不属于听证范围")),
    /** Anything else. */
    RECORD_OTHER("记录其他事项", "records anything else", ProcessCommand.RecordOther.class,
            Map.of("title", "其他事项", "text", "见附件", "place", "本机关")),
    /** Refused investigation. */
    RECORD_REFUSAL("登记拒绝调查", "somebody refuses the investigation", ProcessCommand.RecordRefusal.class,
            Map.of("who", "当事人", "what", "拒绝提供账册", "words", "不提供")),
    /** Files a recording. */
    FILE_RECORDING("归类入库", "files a recording to the case; 音像记录完成 is the same fact", ProcessCommand.FileRecording.class,
            Map.of("uncertainty", "PT0S", "mediaKind", "video")),
    /** Files a recording; the word that officers use on site. */
    RECORDING_DONE("音像记录完成", "a recording was made and is filed to the case", ProcessCommand.FileRecording.class,
            Map.of("uncertainty", "PT0S", "mediaKind", "video")),
    /** Takes a recording out. */
    UNFILE_RECORDING("取消归类", "a recording was filed to this case by mistake", ProcessCommand.UnfileRecording.class, Map.of("reason", "归错案件")),
    /** Supports a fact. */
    SUPPORT_FACT("标注事实证据", "says what supports a fact of a document", ProcessCommand.SupportFact.class),
    /** Defect statement. */
    STATE_DEFECT("情况说明", "states a defect: the general way out of a refusal", ProcessCommand.StateDefect.class,
            Map.of("missing", "材料灭失", "why", "无法补录", "by", "张三")),

    /** Takes in an application. */
    RECEIVE_APPLICATION("收到申请", "takes in an application", LicenceCommand.ReceiveApplication.class, Map.of("applicant", "某某公司")),
    /** Outcome of an application. */
    DECIDE_ACCEPTANCE("决定受理", "decides what becomes of the application", LicenceCommand.DecideAcceptance.class, Map.of("outcome", "accept")),
    /** The applicant supplements. */
    REPLY_SUPPLEMENT("申请人补正", "the applicant supplements", LicenceCommand.ReplySupplement.class),
    /** The applicant withdraws. */
    WITHDRAW_APPLICATION("撤回申请", "the applicant withdraws", LicenceCommand.WithdrawApplication.class, Map.of("reason", "不再办理")),

    /** Drafts. */
    DRAFT("起草", "begins a document", DocumentCommand.DraftDocument.class),
    /** Keeps a draft. */
    SAVE_DRAFT("保存草稿", "keeps a draft as it is now", DocumentCommand.SaveDraft.class),
    /** Locks the text. */
    LOCK("生成文本", "the text is rendered and locked", DocumentCommand.LockText.class, Map.of("pages", "1", "sizeBytes", "20000")),
    /** Unlocks the text. */
    UNLOCK("退回草稿", "a text that nobody has signed becomes a draft again", DocumentCommand.UnlockText.class),
    /** Alters the text. */
    ALTER("更改", "alters a text that was signed", DocumentCommand.AlterText.class, Map.of("pages", "1", "sizeBytes", "20000")),
    /** Signs. */
    SIGN("签名", "somebody signs or seals", DocumentCommand.SignDocument.class, Map.of("kind", "signature")),
    /** Marks an alteration. */
    MARK_ALTERATION("更改处捺印", "marks an altered place", DocumentCommand.MarkAlteration.class, Map.of("place", "1", "kind", "fingerprint")),
    /** Marks across pages. */
    MARK_ACROSS("骑缝", "marks across the edges of pages", DocumentCommand.MarkAcrossPages.class, Map.of("kind", "fingerprint")),
    /** Refusal to sign. */
    NOTE_REFUSAL("注明拒签", "officers note that somebody refuses to sign", DocumentCommand.NoteRefusal.class,
            Map.of("as", "party", "note", "当事人拒绝签名", "officers", "张三 李四")),
    /** An opinion of an internal document. */
    WRITE_OPINION("填写意见", "writes one of the opinions of an internal document", DocumentCommand.WriteOpinion.class, Map.of("opinion", "同意")),
    /** Numbers. */
    NUMBER("编号", "gives the document its number", DocumentCommand.NumberDocument.class, Map.of("number", "某市监文〔2026〕1号")),
    /** Seals. */
    SEAL("盖章", "affixes the agency's seal and the day of issue", DocumentCommand.AffixSeal.class),
    /** Scans. */
    ATTACH_SCAN("扫描入卷", "attaches the scan of the signed paper", DocumentCommand.AttachScan.class, Map.of("pages", "1")),
    /** Final. */
    FINALISE("定稿", "makes the document final", DocumentCommand.FinaliseDocument.class),
    /** Void. */
    VOID("作废", "the document does not count", DocumentCommand.VoidDocument.class, Map.of("reason", "填写错误")),
    /** All of it at once. */
    MAKE("办成文书", "makes a whole document: drafted and filled in, locked, signed, marked, numbered, sealed, final", Shortcut.MakeDocument.class,
            Map.of("filled", "true", "pages", "1")),

    /** Asks for an approval. */
    REQUEST_APPROVAL("送审", "asks for an approval", ApprovalCommand.RequestApproval.class,
            Map.of("matter", "decision", "proposal", "拟处罚款", "facts", "无照经营", "evidence", "询问笔录等", "basis", "有关规定", "discretion", "一般")),
    /** Answers a request. */
    GIVE_OPINION("审批", "answers a request at the step that is due", ApprovalCommand.GiveOpinion.class,
            Map.of("verdict", "agreed", "opinion", "同意")),
    /** Follows the legal review or not. */
    ADOPT_REVIEW("采纳法制审核意见", "says whether the legal review is followed", ApprovalCommand.AdoptReview.class),
    /** Takes a request back. */
    WITHDRAW_REQUEST("撤回送审", "takes a request back", ApprovalCommand.WithdrawRequest.class, Map.of("reason", "补充材料")),
    /** Collective discussion. */
    DISCUSS("集体讨论", "takes down a collective discussion", ApprovalCommand.DiscussCollectively.class,
            Map.of("host", "孙八", "conclusion", "同意承办机构意见")),
    /** The whole route. */
    APPROVE("审批通过", "asks for an approval, and everybody on the route agrees", Shortcut.Approve.class,
            Map.of("matter", "decision", "proposal", "拟处罚款", "facts", "无照经营", "evidence", "询问笔录等", "basis", "有关规定", "discretion", "一般")),

    /** Service of documents. */
    RECORD_SERVICE("登记送达", "takes down what is known of a service of documents", ServiceCommand.RecordService.class, Map.of("method", "direct")),
    /** Served. */
    COMPLETE_SERVICE("完成送达", "the documents are served", ServiceCommand.CompleteService.class),
    /** Not served. */
    FAIL_SERVICE("送达未成", "a service did not succeed", ServiceCommand.FailService.class, Map.of("reason", "查无此人")),
    /** Served directly, complete. */
    SERVE("直接送达", "serves documents directly, with everything that an agency asks for", Shortcut.Serve.class),

    /** Measures. */
    TAKE_MEASURE("实施措施", "takes a measure against things", MeasureCommand.TakeMeasure.class,
            Map.of("kind", "seizure", "place", "本机关仓库", "keeper", "吴十")),
    /** Extends. */
    EXTEND_MEASURE("延长措施", "extends a measure", MeasureCommand.ExtendMeasure.class, Map.of("reason", "案情复杂")),
    /** Lifts. */
    LIFT_MEASURE("解除措施", "lifts a measure, for all things or some", MeasureCommand.LiftMeasure.class, Map.of("manner", "returned")),
    /** Orders a correction. */
    ORDER_CORRECTION("责令改正", "orders a correction by a day", MeasureCommand.OrderCorrection.class, Map.of("what", "停止无照经营")),
    /** Follows it up. */
    FOLLOW_UP("复查", "follows an ordered correction up", MeasureCommand.FollowUpCorrection.class, Map.of("result", "corrected", "record", "已改正")),

    /** Performance. */
    SET_DUE("履行期限", "until when the party must perform", ExecutionCommand.SetPerformanceDue.class, Map.of("what", "缴纳罚款")),
    /** What the party performed. */
    RECORD_PERFORMANCE("登记履行", "what the party performed", ExecutionCommand.RecordPerformance.class, Map.of("kind", "罚款", "status", "full")),
    /** Statement after a demand. */
    LOG_STATEMENT("登记陈述申辩", "the party states its case after a demand", ExecutionCommand.LogStatement.class, Map.of("text", "经营困难")),
    /** Its review. */
    REVIEW_STATEMENT("复核陈述申辩", "reviews such a statement", ExecutionCommand.ReviewStatement.class,
            Map.of("facts", "事实清楚", "reasons", "理由不成立", "evidence", "账目", "opinion", "不予采纳")),
    /** Decides on execution. */
    DECIDE_EXECUTION("决定强制执行", "decides on coercive execution", ExecutionCommand.DecideExecution.class, Map.of("noGoodCause", "true")),
    /** Court. */
    APPLY_TO_COURT("申请法院强制执行", "applies to the court for execution", ExecutionCommand.ApplyToCourt.class),
    /** Executes. */
    EXECUTE("强制执行", "carries an execution out", ExecutionCommand.Execute.class, Map.of("object", "违法设施")),
    /** Confiscates. */
    CONFISCATE("没收", "takes property in that is confiscated", ExecutionCommand.ConfiscateProperty.class, Map.of("custody", "本机关仓库")),
    /** Disposes. */
    DISPOSE("处理没收财物", "disposes of confiscated property", ExecutionCommand.DisposeProperty.class),

    /** Findings noted. */
    NOTE_ASSESSMENT("登记问题", "notes what an assessment found; the program's own act", FindingCommand.NoteAssessment.class),
    /** Explains. */
    EXPLAIN("说明问题", "explains a finding", FindingCommand.ExplainFinding.class, Map.of("occurrence", "-", "text", "情况如下")),
    /** Judges. */
    JUDGE("认定说明", "accepts or rejects an explanation", FindingCommand.JudgeExplanation.class, Map.of("occurrence", "-", "reason", "属实")),
    /** Appeals. */
    APPEAL("申诉", "appeals against a rejected explanation", FindingCommand.AppealFinding.class, Map.of("occurrence", "-", "text", "请求复核")),
    /** Decides the appeal. */
    DECIDE_APPEAL("决定申诉", "decides the appeal", FindingCommand.DecideAppeal.class, Map.of("occurrence", "-", "reason", "申诉成立"));

    private final String word;
    private final String en;
    private final Class<? extends Record> command;
    private final Map<String, String> defaults;

    FactWord(String word, String en, Class<? extends Record> command) {
        this(word, en, command, Map.of());
    }

    FactWord(String word, String en, Class<? extends Record> command, Map<String, String> defaults) {
        this.word = word;
        this.en = en;
        this.command = command;
        this.defaults = defaults;
    }

    /** As in files. */
    public String word() {
        return word;
    }

    /** What it says, in English. */
    public String en() {
        return en;
    }

    /** The command record of core, or of {@link Shortcut}. */
    public Class<? extends Record> command() {
        return command;
    }

    /** What a field holds that the file leaves out, as it would be written there; several names with spaces between. */
    public Optional<String> byDefault(String field) {
        return Optional.ofNullable(defaults.get(field));
    }

    /** The word of a file. */
    public static Optional<FactWord> of(String word) {
        return Arrays.stream(values()).filter(fact -> fact.word.equals(word)).findFirst();
    }

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return List.of(values());
    }
}
