package org.liuhen.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.TemplateField;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/**
 * One made-up case while it is written: its events with their times, which only go forward, and made-up words to fill it. The same seed
 * makes the same case.
 */
final class CaseScript {

    /** An event and when it happened and was recorded. */
    record Line(CaseEvent event, Instant at) {}

    /** Legal days are days there. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant FIRST = Instant.parse("2025-01-02T00:30:00Z");
    private static final int OPENING_DAYS = 500;
    private static final int MORNING_HOURS = 8;
    private static final int DIGEST_BYTES = 32;

    private static final String[] FAMILY_NAMES = "张 王 李 赵 陈 刘 杨 黄 周 吴 徐 孙 马 朱 胡 林 郭 何 高 罗".split(" ");
    private static final String[] GIVEN_NAMES = "伟 芳 娜 敏 静 强 磊 洋 艳 勇 军 杰 娟 涛 明 超 秀兰 建国 志强 晓燕".split(" ");
    private static final String[] PLACES = "城东路 人民路 解放街 长江路 中山大道 工业园 农贸市场 建设路 青年街 滨河路".split(" ");
    private static final String[] TRADES = "食品 百货 建材 医疗器械 农资 餐饮 化工 运输 五金 印刷".split(" ");
    private static final String[] SENTENCES = {
        "现场检查时，当事人正在营业，货架上陈列待售商品若干，未能提供进货票据。",
        "执法人员依法表明身份，出示执法证件，说明检查的事由和依据。",
        "当事人对上述事实没有异议，表示愿意配合调查，并在规定期限内整改。",
        "经查，上述行为自本年度起持续至检查之日，涉案货值按照进货单据计算。",
        "以上事实有现场笔录、询问笔录、照片、视频资料和相关书证在案佐证。",
        "根据本机关裁量基准，当事人系初次违法，主动消除危害后果，适用一般档次。",
        "如不服本决定，可以在法定期限内申请行政复议或者提起行政诉讼。",
        "货物已当场清点并制作清单，由当事人核对无误后签名确认。",
    };

    private final SplittableRandom random;
    private final List<Line> lines = new ArrayList<>();
    private final List<Officer> handlers;
    private final UnitCode unit;
    private Instant now;

    CaseScript(SplittableRandom random) {
        this.random = random;
        var brigade = 1 + random.nextInt(8);
        unit = new UnitCode("brigade-" + brigade);
        var first = brigade * 10 + random.nextInt(5);
        handlers = List.of(officer(first), officer(first + 1 + random.nextInt(4)));
        now = FIRST.plus(Duration.ofDays(random.nextInt(OPENING_DAYS))).plus(Duration.ofMinutes(random.nextInt(8 * 60)));
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Now it is so; a few seconds pass. */
    void then(CaseEvent event) {
        lines.add(new Line(event, now));
        now = now.plusMillis(20_000 + random.nextInt(300_000));
    }

    /** It is another day, in the morning. */
    void daysLater(int least, int most) {
        var day = today().plusDays(random.nextInt(least, most + 1));
        now = day.atTime(MORNING_HOURS, random.nextInt(60)).atZone(ZONE).toInstant();
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    /** Once in so many cases. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    UUID id() {
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }

    Digest digest() {
        var bytes = new byte[DIGEST_BYTES];
        random.nextBytes(bytes);
        return Digest.sha256(bytes);
    }

    List<Officer> handlers() {
        return handlers;
    }

    UnitCode unit() {
        return unit;
    }

    /** Of the unit's head and the agency's. */
    PersonId head(int number) {
        return new PersonId(new UUID(0x4000, Long.MIN_VALUE | 1000 + number));
    }

    private Officer officer(int number) {
        return new Officer(new PersonId(new UUID(0x4000, Long.MIN_VALUE | number)),
                FAMILY_NAMES[number % FAMILY_NAMES.length] + GIVEN_NAMES[number * 7 % GIVEN_NAMES.length], "12-03-" + (10_000 + number),
                LocalDate.of(2023, 1, 1), LocalDate.of(once(40) ? 2025 : 2028, 12, 31), unit);
    }

    String person() {
        return one(FAMILY_NAMES) + one(GIVEN_NAMES);
    }

    String company() {
        return one(PLACES) + person() + one(TRADES) + "经营部";
    }

    String place() {
        return one(PLACES) + (1 + random.nextInt(300)) + "号";
    }

    String subject() {
        return "涉嫌违反" + one(TRADES) + "管理规定案";
    }

    String sentences(int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.append(one(SENTENCES));
        return text.toString();
    }

    private String one(String[] words) {
        return words[random.nextInt(words.length)];
    }

    /** What an officer would type into these fields: all that is required, and some of the rest. */
    Map<String, FieldValue> filled(List<TemplateField> fields, String party) {
        var values = new HashMap<String, FieldValue>();
        for (var field : fields) {
            if (!field.required() && !once(3)) continue;
            typed(field, party).ifPresent(value -> values.put(field.name(), value));
        }
        return values;
    }

    private Optional<FieldValue> typed(TemplateField field, String party) {
        return Optional.of(switch (field.type()) {
            case FieldType.Text _ -> new FieldValue.Text(field.name().equals("party") ? party : one(SENTENCES));
            case FieldType.LongText _ -> new FieldValue.Text(sentences(2));
            case FieldType.Time _ -> new FieldValue.Time(field.name().equals("endedAt") ? now : now.minus(Duration.ofMinutes(40)));
            case FieldType.Day _ -> new FieldValue.Day(today());
            case FieldType.Whole _ -> new FieldValue.Whole(handlers.size());
            case FieldType.Money _ -> new FieldValue.Money(Integer.toString(100 * (1 + random.nextInt(500))));
            case FieldType.Choice choice -> new FieldValue.Words(List.of(choice.options().getFirst().word()));
            case FieldType.Person _ -> new FieldValue.Person(handlers.getFirst().id());
            case FieldType.Officers _ -> new FieldValue.Officers(handlers.stream().map(Officer::id).toList());
            case FieldType.Items items -> new FieldValue.Rows(List.of(filled(items.columns(), party), filled(items.columns(), party)));
            case FieldType.Dialogue _ -> new FieldValue.Dialogue(List.of(new FieldValue.Exchange("请说明情况。", sentences(1)),
                    new FieldValue.Exchange("以上是否属实？", "属实。")));
            case FieldType.Articles _ -> new FieldValue.Refs(List.of("《中华人民共和国行政处罚法》第五十七条"));
            case FieldType.YesNo _ -> new FieldValue.YesNo(true);
            case FieldType.Document _, FieldType.Documents _, FieldType.Recordings _ -> new FieldValue.Refs(List.of(new DocumentId(id()).toString()));
        });
    }
}
