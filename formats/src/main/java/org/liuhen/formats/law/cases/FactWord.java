package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.ApprovalCommand;
import org.liuhen.core.cases.DocumentCommand;
import org.liuhen.core.cases.ExecutionCommand;
import org.liuhen.core.cases.LicenceCommand;
import org.liuhen.core.cases.LifeCommand;
import org.liuhen.core.cases.MeasureCommand;
import org.liuhen.core.cases.ProcessCommand;
import org.liuhen.core.cases.ServiceCommand;
import org.liuhen.core.findings.FindingCommand;

/**
 * A word of the closed table of what a worked case can say: one Chinese word for each command of core, the same for all agencies.
 *
 * @param word as in files
 * @param en what it says, in English
 * @param command the command record of core, or of {@link Shortcut}
 * @param defaults what a field holds that the file leaves out, as it would be written; several names with spaces between
 */
public record FactWord(String word, String en, Class<? extends Record> command, Map<String, String> defaults) {

    private static final List<FactWord> ALL = List.of(
            fact("立案", "begins the case", LifeCommand.OpenCase.class,
                    Map.of("kind", "penalty", "procedure", "ordinary", "origin", "exOfficio", "subject", "涉嫌无照经营", "unit", "zf1", "handlers", "张三 李四")),
            fact("登记当事人", "names a party", LifeCommand.NameParty.class, Map.of("kind", "company", "name", "某某商店")),
            fact("说明来源", "says where the matter came from and why the case is begun", LifeCommand.StateSource.class,
                    Map.of("kind", "inspectionPlan", "cause", "日常检查中发现")),
            fact("变更承办人", "other officers handle the case", LifeCommand.ChangeHandlers.class, Map.of("reason", "工作调整")),
            fact("申请回避", "asks that an officer does not handle the case", LifeCommand.RequestRecusal.class, Map.of("ground", "与当事人有近亲属关系")),
            fact("决定回避", "decides about a request for recusal", LifeCommand.DecideRecusal.class, Map.of("reason", "理由成立")),
            fact("标注案件要素", "marks what the case needs", LifeCommand.FlagCase.class, Map.of("ground", "案情需要")),
            fact("中止", "interrupts the case", LifeCommand.SuspendCase.class, Map.of("reason", "等待鉴定结论")),
            fact("恢复", "goes on with an interrupted case", LifeCommand.ResumeCase.class),
            fact("移送", "hands the case to another authority", LifeCommand.TransferCase.class, Map.of("to", "公安机关", "reason", "涉嫌犯罪")),
            fact("并案", "goes on with this case in another one", LifeCommand.MergeCase.class, Map.of("reason", "同一当事人")),
            fact("分案", "takes a matter out of this case", LifeCommand.SplitCase.class, Map.of("reason", "当事人不同")),
            fact("结案", "ends the case", LifeCommand.EndCase.class, Map.of("ground", "performed")),
            fact("恢复办理", "takes an ended case up again", LifeCommand.ReopenCase.class, Map.of("reason", "发现新的证据")),

            fact("进入环节", "a stage begins", ProcessCommand.EnterStage.class),
            fact("声明", "declares that an item did not occur, does not apply or is not required", ProcessCommand.DeclareItem.class,
                    Map.of("declaration", "didNotOccur")),
            fact("撤回声明", "takes a declaration back", ProcessCommand.WithdrawDeclaration.class),
            fact("出示证件", "officers showed their certificates", ProcessCommand.ShowCertificates.class,
                    Map.of("officers", "张三 李四", "toWhom", "当事人", "how", "当面出示")),
            fact("告知权利", "the party is told of a right", ProcessCommand.TellRight.class),
            fact("登记当事人回应", "what the party did with a right", ProcessCommand.RecordResponse.class),
            fact("权利不适用", "a right does not apply", ProcessCommand.ExceptRight.class, Map.of("ground", "不属于听证范围")),
            fact("记录其他事项", "records anything else", ProcessCommand.RecordOther.class,
                    Map.of("title", "其他事项", "text", "见附件", "place", "本机关")),
            fact("登记拒绝调查", "somebody refuses the investigation", ProcessCommand.RecordRefusal.class,
                    Map.of("who", "当事人", "what", "拒绝提供账册", "words", "不提供")),
            fact("归类入库", "files a recording to the case; 音像记录完成 is the same", ProcessCommand.FileRecording.class,
                    Map.of("uncertainty", "PT0S", "mediaKind", "video")),
            fact("音像记录完成", "a recording was made and is filed to the case", ProcessCommand.FileRecording.class,
                    Map.of("uncertainty", "PT0S", "mediaKind", "video")),
            fact("取消归类", "a recording was filed to this case by mistake", ProcessCommand.UnfileRecording.class, Map.of("reason", "归错案件")),
            fact("标注事实证据", "says what supports a fact of a document", ProcessCommand.SupportFact.class),
            fact("情况说明", "states a defect: the general way out of a refusal", ProcessCommand.StateDefect.class,
                    Map.of("missing", "材料灭失", "why", "无法补录", "by", "张三")),

            fact("收到申请", "takes in an application", LicenceCommand.ReceiveApplication.class, Map.of("applicant", "某某公司")),
            fact("决定受理", "decides what becomes of the application", LicenceCommand.DecideAcceptance.class, Map.of("outcome", "accept")),
            fact("申请人补正", "the applicant supplements", LicenceCommand.ReplySupplement.class),
            fact("撤回申请", "the applicant withdraws", LicenceCommand.WithdrawApplication.class, Map.of("reason", "不再办理")),

            fact("起草", "begins a document", DocumentCommand.DraftDocument.class),
            fact("保存草稿", "keeps a draft as it is now", DocumentCommand.SaveDraft.class),
            fact("生成文本", "the text is rendered and locked", DocumentCommand.LockText.class, Map.of("pages", "1", "sizeBytes", "20000")),
            fact("退回草稿", "a text that nobody has signed becomes a draft again", DocumentCommand.UnlockText.class),
            fact("更改", "alters a text that was signed", DocumentCommand.AlterText.class, Map.of("pages", "1", "sizeBytes", "20000")),
            fact("签名", "somebody signs or seals", DocumentCommand.SignDocument.class, Map.of("kind", "signature", "picture", "签名")),
            fact("更改处捺印", "marks an altered place", DocumentCommand.MarkAlteration.class, Map.of("place", "1", "kind", "fingerprint", "picture", "指印")),
            fact("骑缝", "marks across the edges of pages", DocumentCommand.MarkAcrossPages.class, Map.of("kind", "fingerprint", "picture", "指印")),
            fact("注明拒签", "officers note that somebody refuses to sign", DocumentCommand.NoteRefusal.class,
                    Map.of("as", "party", "name", "当事人", "note", "当事人拒绝签名", "officers", "张三 李四")),
            fact("填写意见", "writes one of the opinions of an internal document", DocumentCommand.WriteOpinion.class, Map.of("opinion", "同意")),
            fact("编号", "gives the document its number", DocumentCommand.NumberDocument.class, Map.of("number", "某市监文〔2026〕1号")),
            fact("盖章", "affixes the agency's seal and the day of issue", DocumentCommand.AffixSeal.class, Map.of("sealed", "盖章页")),
            fact("扫描入卷", "attaches the scan of the signed paper", DocumentCommand.AttachScan.class, Map.of("pages", "1")),
            fact("定稿", "makes the document final", DocumentCommand.FinaliseDocument.class),
            fact("作废", "the document does not count", DocumentCommand.VoidDocument.class, Map.of("reason", "填写错误")),
            fact("办成文书", "makes a whole document: drafted and filled in, locked, signed, marked, numbered, sealed, final", Shortcut.MakeDocument.class,
                    Map.of("filled", "true", "pages", "1")),

            fact("送审", "asks for an approval", ApprovalCommand.RequestApproval.class,
                    Map.of("matter", "decision", "proposal", "拟处罚款", "facts", "无照经营", "evidence", "询问笔录等", "basis", "有关规定", "discretion", "一般")),
            fact("审批", "answers a request at the step that is due", ApprovalCommand.GiveOpinion.class,
                    Map.of("verdict", "agreed", "opinion", "同意", "reason", "见意见")),
            fact("采纳法制审核意见", "says whether the legal review is followed", ApprovalCommand.AdoptReview.class),
            fact("撤回送审", "takes a request back", ApprovalCommand.WithdrawRequest.class, Map.of("reason", "补充材料")),
            fact("集体讨论", "takes down a collective discussion", ApprovalCommand.DiscussCollectively.class,
                    Map.of("host", "孙八", "conclusion", "同意承办机构意见")),
            fact("审批通过", "asks for an approval, and everybody on the route agrees", Shortcut.Approve.class,
                    Map.of("matter", "decision", "proposal", "拟处罚款", "facts", "无照经营", "evidence", "询问笔录等", "basis", "有关规定", "discretion", "一般")),

            fact("登记送达", "takes down what is known of a service of documents", ServiceCommand.RecordService.class, Map.of("method", "direct")),
            fact("完成送达", "the documents are served", ServiceCommand.CompleteService.class),
            fact("送达未成", "a service did not succeed", ServiceCommand.FailService.class, Map.of("reason", "查无此人")),
            fact("直接送达", "serves documents directly, with everything that an agency asks for", Shortcut.Serve.class),

            fact("实施措施", "takes a measure against things", MeasureCommand.TakeMeasure.class,
                    Map.of("kind", "seizure", "place", "本机关仓库", "keeper", "吴十")),
            fact("延长措施", "extends a measure", MeasureCommand.ExtendMeasure.class, Map.of("reason", "案情复杂")),
            fact("解除措施", "lifts a measure, for all things or some", MeasureCommand.LiftMeasure.class, Map.of("manner", "returned")),
            fact("责令改正", "orders a correction by a day", MeasureCommand.OrderCorrection.class, Map.of("what", "停止无照经营")),
            fact("复查", "follows an ordered correction up", MeasureCommand.FollowUpCorrection.class, Map.of("result", "corrected", "record", "已改正")),

            fact("履行期限", "until when the party must perform", ExecutionCommand.SetPerformanceDue.class, Map.of("what", "缴纳罚款")),
            fact("登记履行", "what the party performed", ExecutionCommand.RecordPerformance.class, Map.of("kind", "罚款", "status", "full")),
            fact("登记陈述申辩", "the party states its case after a demand", ExecutionCommand.LogStatement.class, Map.of("text", "经营困难")),
            fact("复核陈述申辩", "reviews such a statement", ExecutionCommand.ReviewStatement.class,
                    Map.of("facts", "事实清楚", "reasons", "理由不成立", "evidence", "账目", "opinion", "不予采纳")),
            fact("决定强制执行", "decides on coercive execution", ExecutionCommand.DecideExecution.class, Map.of("noGoodCause", "true")),
            fact("申请法院强制执行", "applies to the court for execution", ExecutionCommand.ApplyToCourt.class),
            fact("强制执行", "carries an execution out", ExecutionCommand.Execute.class, Map.of("object", "违法设施")),
            fact("没收", "takes property in that is confiscated", ExecutionCommand.ConfiscateProperty.class, Map.of("custody", "本机关仓库")),
            fact("处理没收财物", "disposes of confiscated property", ExecutionCommand.DisposeProperty.class, Map.of("participants", "张三 李四")),

            fact("登记问题", "notes what an assessment found; the program's own act", FindingCommand.NoteAssessment.class),
            fact("说明问题", "explains a finding", FindingCommand.ExplainFinding.class, Map.of("occurrence", "", "text", "情况如下")),
            fact("认定说明", "accepts or rejects an explanation", FindingCommand.JudgeExplanation.class, Map.of("occurrence", "", "reason", "属实")),
            fact("申诉", "appeals against a rejected explanation", FindingCommand.AppealFinding.class, Map.of("occurrence", "", "text", "请求复核")),
            fact("决定申诉", "decides the appeal", FindingCommand.DecideAppeal.class, Map.of("occurrence", "", "reason", "申诉成立")));

    public FactWord {
        defaults = Map.copyOf(defaults);
    }

    private static FactWord fact(String word, String en, Class<? extends Record> command) {
        return new FactWord(word, en, command, Map.of());
    }

    private static FactWord fact(String word, String en, Class<? extends Record> command, Map<String, String> defaults) {
        return new FactWord(word, en, command, defaults);
    }

    /** What a field holds that the file leaves out. */
    Optional<String> byDefault(String field) {
        return Optional.ofNullable(defaults.get(field));
    }

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return ALL;
    }
}
