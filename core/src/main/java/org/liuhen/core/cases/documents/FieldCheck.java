package org.liuhen.core.cases.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.liuhen.core.cases.documents.FieldFault.Problem;
import org.liuhen.core.values.Bilingual;

/** Compares what was entered with what the fields take. */
final class FieldCheck {

    private static final int TEXT_MAX = 500;
    private static final int LONG_TEXT_MAX = 20_000;
    private static final int ROWS_MAX = 1_000;
    private static final int EXCHANGES_MAX = 500;
    private static final int PEOPLE_MAX = 50;
    private static final int REFS_MAX = 500;

    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?");

    /** Control characters, lone surrogates, marks that turn the direction of writing, and what stands for no character. */
    private static final Pattern BAD_IN_LINE = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF]");

    /** As above, but line feeds and tabs may stand. */
    private static final Pattern BAD_IN_LINES = Pattern.compile(BAD_IN_LINE.pattern() + "(?<![\\n\\t])");

    private final List<FieldFault> faults = new ArrayList<>();
    private final boolean complete;

    private FieldCheck(boolean complete) {
        this.complete = complete;
    }

    static List<FieldFault> all(List<TemplateField> fields, Map<String, FieldValue> values, boolean complete) {
        var check = new FieldCheck(complete);
        check.fields("", fields, values);
        return List.copyOf(check.faults);
    }

    private void fields(String before, List<TemplateField> fields, Map<String, FieldValue> values) {
        var strangers = new TreeSet<>(values.keySet());
        for (var field : fields) {
            strangers.remove(field.name());
            var value = values.get(field.name());
            if (value != null && !empty(value)) {
                field(before + field.name(), field, value);
            } else if (complete && field.required()) {
                fault(before + field.name(), Problem.MISSING, field.title(), "没有填写，定稿前必须填写", "is empty and must be filled in");
            }
        }
        for (var name : strangers) {
            var shown = name.length() <= 40 && !name.isBlank() && bad(name, false) < 0 ? name : "?";
            fault(before + shown, Problem.UNKNOWN_FIELD, new Bilingual(shown, shown), "不是本文书的栏目，请重新打开文书后再填写",
                    "is no field of this document; open the document again");
        }
    }

    private static boolean empty(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(var text) -> text.isBlank();
            case FieldValue.Money(var yuan) -> yuan.isBlank();
            case FieldValue.Words(var words) -> words.isEmpty();
            case FieldValue.Officers(var people) -> people.isEmpty();
            case FieldValue.Rows(var rows) -> rows.isEmpty();
            case FieldValue.Dialogue(var exchanges) -> exchanges.isEmpty();
            case FieldValue.Refs(var refs) -> refs.isEmpty();
            case FieldValue.Time _, FieldValue.Day _, FieldValue.Whole _, FieldValue.Person _, FieldValue.YesNo _ -> false;
        };
    }

    private void field(String place, TemplateField field, FieldValue value) {
        var title = field.title();
        switch (field.type()) {
            case FieldType.Text _ when value instanceof FieldValue.Text(var text) -> text(place, title, text, TEXT_MAX, false);
            case FieldType.LongText _ when value instanceof FieldValue.Text(var text) -> text(place, title, text, LONG_TEXT_MAX, true);
            case FieldType.Time _ when value instanceof FieldValue.Time -> {}
            case FieldType.Day _ when value instanceof FieldValue.Day -> {}
            case FieldType.YesNo _ when value instanceof FieldValue.YesNo -> {}
            case FieldType.Person _ when value instanceof FieldValue.Person -> {}
            case FieldType.Whole _ when value instanceof FieldValue.Whole(var number) -> number(place, title, number);
            case FieldType.Money _ when value instanceof FieldValue.Money(var yuan) -> money(place, title, yuan);
            case FieldType.Choice choice when value instanceof FieldValue.Words(var words) -> choice(place, title, choice, words);
            case FieldType.Officers _ when value instanceof FieldValue.Officers(var people) -> several(place, title, people, PEOPLE_MAX);
            case FieldType.Items items when value instanceof FieldValue.Rows(var rows) -> rows(place, title, items, rows);
            case FieldType.Dialogue _ when value instanceof FieldValue.Dialogue(var exchanges) -> dialogue(place, title, exchanges);
            case FieldType.Document _ when value instanceof FieldValue.Refs(var refs) -> ids(place, title, refs, 1);
            case FieldType.Documents _ when value instanceof FieldValue.Refs(var refs) -> ids(place, title, refs, REFS_MAX);
            case FieldType.Recordings _ when value instanceof FieldValue.Refs(var refs) -> ids(place, title, refs, REFS_MAX);
            case FieldType.Articles _ when value instanceof FieldValue.Refs(var refs) -> articles(place, title, refs);
            case FieldType.Text _, FieldType.LongText _, FieldType.Time _, FieldType.Day _, FieldType.YesNo _, FieldType.Person _,
                    FieldType.Whole _, FieldType.Money _, FieldType.Choice _, FieldType.Officers _, FieldType.Items _,
                    FieldType.Dialogue _, FieldType.Document _, FieldType.Documents _, FieldType.Recordings _, FieldType.Articles _ ->
                fault(place, Problem.WRONG_TYPE, title, "的内容与栏目类型不符，请重新填写", "holds another kind of value; fill it in again");
        }
    }

    private void text(String place, Bilingual title, String text, int charactersMax, boolean lines) {
        if (text.length() > charactersMax) {
            fault(place, Problem.TOO_LONG, title, "有 " + text.length() + " 个字符，最多 " + charactersMax + " 个，请删减或者另附材料",
                    "has " + text.length() + " characters, at most " + charactersMax + " are taken; shorten it or attach a document");
            return;
        }
        var bad = bad(text, lines);
        if (bad >= 0) {
            var code = "U+%04X".formatted(text.codePointAt(bad));
            fault(place, Problem.BAD_CHARACTER, title, "第 " + (bad + 1) + " 个字符 " + code + " 是控制字符或者改变文字方向的字符，请删除后重新填写",
                    "has at place " + (bad + 1) + " the character " + code
                            + ", a control character or one that turns the direction of writing; delete it");
        }
    }

    /** Where the first character stands that no document takes; -1 where there is none. */
    private static int bad(String text, boolean lines) {
        var match = (lines ? BAD_IN_LINES : BAD_IN_LINE).matcher(text);
        return match.find() ? match.start() : -1;
    }

    private void number(String place, Bilingual title, long number) {
        if (number < 0) fault(place, Problem.BAD_NUMBER, title, "不能是负数，请重新填写", "must not be negative; fill it in again");
    }

    private void money(String place, Bilingual title, String yuan) {
        if (!YUAN.matcher(yuan).matches()) {
            fault(place, Problem.BAD_NUMBER, title, "应以元为单位填写数字，最多两位小数，例如 5000 或 129.50",
                    "is to be yuan in digits with at most two decimals, for example 5000 or 129.50");
        }
    }

    private void choice(String place, Bilingual title, FieldType.Choice choice, List<String> words) {
        var known = words.stream().allMatch(choice::has);
        if (!known || (!choice.many() && words.size() > 1)) {
            fault(place, Problem.BAD_CHOICE, title, choice.many() ? "请从给出的选项中选择" : "请从给出的选项中选择一项",
                    choice.many() ? "takes words of the list only" : "takes one word of the list only");
        } else {
            several(place, title, words, choice.options().size());
        }
    }

    private boolean several(String place, Bilingual title, List<?> items, int itemsMax) {
        if (items.size() > itemsMax) {
            tooMany(place, title, items.size(), itemsMax);
            return false;
        }
        if (new HashSet<>(items).size() != items.size()) {
            fault(place, Problem.TWICE, title, "有重复的内容，请删除重复项", "names something twice; delete one");
        }
        return true;
    }

    private void rows(String place, Bilingual title, FieldType.Items items, List<Map<String, FieldValue>> rows) {
        if (rows.size() > ROWS_MAX) {
            tooMany(place, title, rows.size(), ROWS_MAX);
            return;
        }
        for (var i = 0; i < rows.size(); i++) fields(place + "[" + (i + 1) + "].", items.columns(), rows.get(i));
    }

    private void dialogue(String place, Bilingual title, List<FieldValue.Exchange> exchanges) {
        if (exchanges.size() > EXCHANGES_MAX) {
            tooMany(place, title, exchanges.size(), EXCHANGES_MAX);
            return;
        }
        for (var i = 0; i < exchanges.size(); i++) {
            var exchange = exchanges.get(i);
            var at = place + "[" + (i + 1) + "]";
            if (complete && exchange.question().isBlank()) {
                fault(at, Problem.MISSING, title, "第 " + (i + 1) + " 问没有问题，请填写或者删除", "has no question " + (i + 1) + "; fill it in or delete it");
            }
            text(at, title, exchange.question(), LONG_TEXT_MAX, true);
            text(at, title, exchange.answer(), LONG_TEXT_MAX, true);
        }
    }

    private void tooMany(String place, Bilingual title, int found, int max) {
        fault(place, Problem.TOO_MANY, title, "有 " + found + " 项，最多 " + max + " 项，请分成几份文书",
                "has " + found + " entries, at most " + max + " are taken; make several documents");
    }

    private void ids(String place, Bilingual title, List<String> refs, int refsMax) {
        if (!several(place, title, refs, refsMax)) return;
        if (!refs.stream().allMatch(FieldCheck::isId)) {
            fault(place, Problem.BAD_REFERENCE, title, "引用的材料不存在，请重新选择", "names what is no id of a document or recording; choose again");
        }
    }

    private static boolean isId(String ref) {
        try {
            return UUID.fromString(ref).toString().equals(ref);
        } catch (IllegalArgumentException e) {
            return false; // the answer, not a fault of ours
        }
    }

    private void articles(String place, Bilingual title, List<String> refs) {
        if (!several(place, title, refs, REFS_MAX)) return;
        for (var i = 0; i < refs.size(); i++) text(place + "[" + (i + 1) + "]", title, refs.get(i), TEXT_MAX, false);
    }

    private void fault(String place, Problem problem, Bilingual title, String zh, String en) {
        faults.add(new FieldFault(place, problem, new Bilingual("“" + title.zh() + "”" + zh + "。", title.en() + " " + en + ".")));
    }
}
