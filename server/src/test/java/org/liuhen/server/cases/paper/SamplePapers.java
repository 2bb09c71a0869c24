package org.liuhen.server.cases.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.FormSource;
import org.liuhen.core.cases.documents.NumberWord;
import org.liuhen.core.cases.documents.SecrecyMark;
import org.liuhen.core.cases.documents.SignaturePlace;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.cases.documents.VolumeSide;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.PersonId;

/** Papers as officers write them. */
final class SamplePapers {

    static final Paper PAPER = new Paper(); // the fonts are parsed once for all tests
    static final String AGENCY = "双桥区市场监督管理局";
    private static final UUID DOCUMENT = UUID.fromString("3f2a9c01-77aa-4b1c-9d1e-0a1b2c3d4e5f");
    private static final PersonId ZHANG = PersonId.parse("11111111-1111-4111-8111-111111111111");
    private static final PersonId LI = PersonId.parse("22222222-2222-4222-8222-222222222222");

    private SamplePapers() {}

    /** A template with its values. */
    record Filled(Template template, Map<String, FieldValue> values, PaperContext context) {
        Pdf render() throws PaperTooLong {
            return PAPER.render(template, values, context);
        }

        Filled draft() {
            return new Filled(template, values, new PaperContext(context.agencyName(), Optional.empty(), context.document(), context.version(), true,
                Optional.empty(), context.names()));
        }

        Filled as(UUID document, int version) {
            return new Filled(template, values, new PaperContext(context.agencyName(), context.number(), document, version, context.draft(),
                context.issuedOn(), context.names()));
        }
    }

    static Filled penaltyDecision() {
        var values = new LinkedHashMap<String, FieldValue>();
        values.put("party", text("承德双桥区龘记食品店（个体工商户）"));
        values.put("address", text("河北省承德市双桥区𠮷祥路 12 号一层 3 号商铺"));
        values.put("facts", text("""
            2026年2月10日，本局执法人员在检查中发现，当事人货架上陈列待售的“好味”牌酱卤肉制品 12 袋（规格 200g／袋，生产日期 2025年11月1日，保质期 90 天），已超过保质期 9 天。
            经查，当事人于 2025年12月5日以每袋 15.00 元购进该批食品 30 袋，售价 22.00 元，超过保质期后售出 2 袋，违法所得 44.00 元，货值金额 308.00 元。
            以上事实有现场检查笔录、现场音像记录、询问笔录、进货单据等证据证明。"""));
        values.put("grounds", text("当事人的行为违反了食品安全法律中关于禁止经营超过保质期食品的规定。当事人积极配合调查，主动召回，社会危害较小，依法可以减轻处罚。".repeat(4)));
        values.put("decision", text("一、没收违法所得 44.00 元；\n二、没收超过保质期的食品 10 袋；\n三、罚款 5,000.00 元。"));
        values.put("amount", new FieldValue.Money("5044.00"));
        values.put("remedies", text("当事人应当自收到本决定书之日起十五日内到指定银行缴纳罚款。不服本决定的，可以依法申请行政复议，或者依法提起行政诉讼。"));
        var template = template("penalty-decision", "行政处罚决定书", DocumentKind.ISSUED, List.of(
            field("party", "当事人", new FieldType.Text()), field("address", "住所", new FieldType.Text()),
            field("facts", "违法事实和证据", new FieldType.LongText()), field("grounds", "处罚理由和依据", new FieldType.LongText()),
            field("decision", "处罚内容", new FieldType.LongText()), field("amount", "缴纳金额", new FieldType.Money()),
            field("remedies", "履行方式和救济途径", new FieldType.LongText())), List.of(), true);
        return new Filled(template, values, context(Optional.of("双市监罚决〔2026〕12号"), Optional.of(LocalDate.of(2026, 3, 2))));
    }

    static Filled inquiryRecord(int questions) {
        var values = new LinkedHashMap<String, FieldValue>();
        values.put("beganAt", new FieldValue.Time(Instant.parse("2026-02-12T01:05:00Z")));
        values.put("endedAt", new FieldValue.Time(Instant.parse("2026-02-12T02:48:00Z")));
        values.put("place", text("双桥区市场监督管理局执法一股询问室（二）"));
        values.put("party", text("王小明"));
        values.put("sex", new FieldValue.Words(List.of("male")));
        values.put("identity", text("130802198501011234"));
        values.put("phone", text("13800000000"));
        values.put("officers", new FieldValue.Officers(List.of(ZHANG, LI)));
        values.put("questions", dialogue(questions));
        var template = template("inquiry-record", "询问笔录", DocumentKind.EVIDENCE, List.of(
            field("beganAt", "询问开始时间", new FieldType.Time()), field("endedAt", "询问结束时间", new FieldType.Time()),
            field("place", "询问地点", new FieldType.Text()), field("party", "被询问人", new FieldType.Text()),
            field("sex", "性别", new FieldType.Choice(List.of(new FieldType.Option("male", new Bilingual("男", "male")),
                new FieldType.Option("female", new Bilingual("女", "female"))), false)),
            field("identity", "身份证件号码", new FieldType.Text()), field("phone", "联系电话", new FieldType.Text()),
            field("officers", "执法人员", new FieldType.Officers()), field("questions", "询问内容", new FieldType.Dialogue())),
            List.of(new SignaturePlace(Capacity.PARTY, 1), new SignaturePlace(Capacity.OFFICER, 2), new SignaturePlace(Capacity.RECORDER, 1)), false);
        return new Filled(template, values, context(Optional.empty(), Optional.empty()));
    }

    static Filled seizureList(int rows) {
        var columns = List.of(field("name", "物品名称", new FieldType.Text()), field("model", "规格型号", new FieldType.Text()),
            field("quantity", "数量", new FieldType.Whole()), field("unit", "单位", new FieldType.Text()), field("note", "备注", new FieldType.LongText()));
        var items = new ArrayList<Map<String, FieldValue>>();
        for (int i = 1; i <= rows; i++) {
            items.add(Map.of("name", text("酱卤肉制品第 " + i + " 批"), "model", text("200g/袋"), "quantity", new FieldValue.Whole(i * 3L),
                "unit", text("袋"), "note", text(i % 7 == 0 ? "包装破损，标签不清，由当事人现场确认并拍照留存；编号 PZ-" + i : "")));
        }
        var values = Map.<String, FieldValue>of("party", text("承德双桥区龘记食品店"), "place", text("店内冷藏库"),
            "measure", new FieldValue.Words(List.of("seizure")), "items", new FieldValue.Rows(items), "takenOn", new FieldValue.Day(LocalDate.of(2026, 2, 10)));
        var template = template("seizure-list", "查封（扣押）财物清单", DocumentKind.EVIDENCE, List.of(
            field("party", "当事人", new FieldType.Text()),
            field("measure", "措施", new FieldType.Choice(List.of(new FieldType.Option("sealing", new Bilingual("查封", "sealing")),
                new FieldType.Option("seizure", new Bilingual("扣押", "seizure"))), false)),
            field("place", "存放地点", new FieldType.Text()), field("takenOn", "实施日期", new FieldType.Day()),
            field("items", "财物清单", new FieldType.Items(columns))),
            List.of(new SignaturePlace(Capacity.PARTY, 1), new SignaturePlace(Capacity.OFFICER, 2), new SignaturePlace(Capacity.ATTESTING_WITNESS, 1)), true);
        return new Filled(template, values, context(Optional.of("双市监扣〔2026〕3号"), Optional.of(LocalDate.of(2026, 2, 10))));
    }

    static Filled openingApproval() {
        var values = Map.<String, FieldValue>of("source", text("日常检查"), "foundOn", new FieldValue.Day(LocalDate.of(2026, 2, 10)),
            "party", text("承德双桥区龘记食品店"), "subject", text("涉嫌经营超过保质期的食品案"),
            "facts", text("2026年2月10日检查中发现货架上有超过保质期的食品待售，涉嫌违法，需要进一步调查。"),
            "opinion", text("建议立案，由张三、李四承办。"), "urgent", new FieldValue.YesNo(false));
        var template = template("case-opening-approval", "立案审批表", DocumentKind.INTERNAL_APPROVAL, List.of(
            field("source", "案件来源", new FieldType.Text()), field("foundOn", "发现日期", new FieldType.Day()),
            field("party", "当事人", new FieldType.Text()), field("urgent", "是否紧急", new FieldType.YesNo()),
            field("subject", "案由", new FieldType.Text()), field("facts", "案情摘要", new FieldType.LongText()),
            field("opinion", "承办人意见", new FieldType.LongText()), field("review", "审核意见", new FieldType.LongText()),
            field("approval", "批准意见", new FieldType.LongText())),
            List.of(new SignaturePlace(Capacity.HANDLER, 2), new SignaturePlace(Capacity.REVIEWER, 1), new SignaturePlace(Capacity.APPROVER, 1)), false);
        return new Filled(template, values, context(Optional.empty(), Optional.empty()));
    }

    static Filled workRecord(String words) {
        var template = template("defect-statement", "情况说明", DocumentKind.WORK_RECORD,
            List.of(field("subject", "事由", new FieldType.Text()), field("statement", "说明", new FieldType.LongText())),
            List.of(new SignaturePlace(Capacity.OFFICER, 2)), false);
        return new Filled(template, Map.of("subject", text("执法记录仪电量耗尽"), "statement", text(words)), context(Optional.empty(), Optional.empty()));
    }

    static FieldValue.Text text(String text) {
        return new FieldValue.Text(text);
    }

    private static FieldValue.Dialogue dialogue(int questions) {
        var exchanges = new ArrayList<FieldValue.Exchange>();
        for (int i = 1; i <= questions; i++) {
            exchanges.add(new FieldValue.Exchange("第" + i + "问：我们是双桥区市场监督管理局的执法人员，这是我们的执法证件，你看清楚了吗？",
                i % 5 == 0 ? "那批货是去年十二月从批发市场进的，一共三十袋，每袋进价十五元，卖二十二元。".repeat(5) + "就这些。" : "看清楚了，没有异议。"));
        }
        return new FieldValue.Dialogue(exchanges);
    }

    private static PaperContext context(Optional<String> number, Optional<LocalDate> issuedOn) {
        return new PaperContext(AGENCY, number, DOCUMENT, 1, false, issuedOn,
            Map.of(ZHANG.toString(), "张三（执法证号 13080100101）", LI.toString(), "李四（执法证号 13080100102）"));
    }

    static TemplateField field(String name, String title, FieldType type) {
        return new TemplateField(name, new Bilingual(title, name), type, false, Optional.empty());
    }

    private static Template template(String id, String title, DocumentKind kind, List<TemplateField> fields, List<SignaturePlace> signatures, boolean sealed) {
        return new Template(new TemplateId(id), new Bilingual(title, id), kind, Optional.empty(), VolumeSide.MAIN, List.of(CaseKind.values()), List.of(),
            FormSource.PRODUCT, fields, signatures, sealed, kind == DocumentKind.ISSUED ? Optional.of(new NumberWord("罚决")) : Optional.empty(), 1,
            Optional.empty(), false, false, SecrecyMark.NONE);
    }
}
