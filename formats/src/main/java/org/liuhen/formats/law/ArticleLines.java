package org.liuhen.formats.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;

/** Splits the lines of one document into articles 第N条 and items （N）. */
final class ArticleLines {

    private static final Pattern ARTICLE = Pattern.compile("第([零〇一二三四五六七八九十百]{1,5})条(.*)");
    private static final Pattern SPACED = Pattern.compile(
            "[\\s\\p{Z}]*第[\\s\\p{Z}]*\\S{1,5}[\\s\\p{Z}]*条[\\s\\p{Z}].*", Pattern.DOTALL);
    private static final Pattern CHAPTER = Pattern.compile("第[零〇一二三四五六七八九十百]{1,5}[编章节].*");
    private static final Pattern ITEM = Pattern.compile("[-*•·]?[（(]([零〇一二三四五六七八九十百]{1,5})[)）](.*)");
    /** A list that is printed without a new line for each item. */
    private static final Pattern BETWEEN_ITEMS = Pattern.compile("(?<=[：:；;。])(?=[（(][零〇一二三四五六七八九十百]{1,5}[)）])");

    /** So many articles may be printed with one number: a to z. */
    private static final int TWINS_MAX = 26;

    private final String text;
    private final List<Article> articles = new ArrayList<>();
    /** Whether the line before ended a sentence, or was a heading. */
    private boolean fresh = true;

    ArticleLines(String text) {
        this.text = text;
    }

    private static final class Article {
        private final int number;
        private final List<TextLine> running = new ArrayList<>();
        private final List<List<TextLine>> items = new ArrayList<>();

        private Article(int number) {
            this.number = number;
        }

        private List<TextLine> last() {
            return items.isEmpty() ? running : items.getLast();
        }
    }

    void split(List<TextLine> lines, Map<ArticleId, String> words) {
        for (var line : lines) {
            for (var piece : BETWEEN_ITEMS.split(line.words())) add(line.with(piece));
        }
        if (articles.isEmpty()) {
            throw new Malformed(new Bilingual(text + "：标题之后没有“第一条”", text + ": no article 1 (第一条) after the title"));
        }
        closeLast();
        for (var i = 0; i < articles.size(); i++) put(i, words);
    }

    private void add(TextLine line) {
        if (CHAPTER.matcher(line.words()).matches() && line.unpunctuated()) {
            closeLast();
            fresh = true;
        } else if (!startsArticle(line) && !startsItem(line)) {
            // what stands before article 1 belongs to no article
            if (!articles.isEmpty()) articles.getLast().last().add(line);
            fresh = line.endsSentence();
        }
    }

    private boolean startsArticle(TextLine line) {
        var heading = ARTICLE.matcher(line.words());
        if (!heading.matches()) return false;
        var number = ChineseNumber.read(heading.group(1)).orElse(0);
        var before = articles.isEmpty() ? 0 : articles.getLast().number;
        var next = number == before + 1 && (fresh || SPACED.matcher(line.raw()).matches());
        var twin = number == before && number > 0 && fresh && twins() < TWINS_MAX;
        if (!next && !twin) {
            if (!fresh) return false; // a reference to an article that a wrapped line happens to begin with
            throw wrong(line, "第" + heading.group(1) + "条接在第 " + before + " 条之后，缺少条文，或者这一行应与上一行相接",
                    "article " + number + " follows article " + before + ": one is missing, or this line goes with the last");
        }
        closeLast();
        var article = new Article(number);
        articles.add(article);
        if (!heading.group(2).isEmpty()) article.running.add(line.with(heading.group(2)));
        fresh = heading.group(2).isEmpty() || line.endsSentence();
        return true;
    }

    private int twins() {
        var number = articles.getLast().number;
        return Math.toIntExact(articles.stream().filter(article -> article.number == number).count());
    }

    private boolean startsItem(TextLine line) {
        if (articles.isEmpty()) return false;
        var heading = ITEM.matcher(line.words());
        if (!heading.matches()) return false;
        var number = ChineseNumber.read(heading.group(1)).orElse(0);
        var items = articles.getLast().items;
        if (number != items.size() + 1) {
            if (!fresh) return false; // a reference, as with articles
            throw wrong(line, "第 " + items.size() + " 项之后是（" + heading.group(1) + "）",
                    "item " + number + " follows item " + items.size());
        }
        if (heading.group(2).isEmpty()) throw wrong(line, "这一项没有内容", "this item has no words");
        items.add(new ArrayList<>(List.of(line.with(heading.group(2)))));
        fresh = line.endsSentence();
        return true;
    }

    /** An article ends: a heading without number may stand at its end, and words of its own after its last item. */
    private void closeLast() {
        if (articles.isEmpty()) return;
        var article = articles.getLast();
        var lines = article.last();
        var size = lines.size();
        if (size > 1 && lines.getLast().unpunctuated() && lines.get(size - 2).endsSentence()) lines.removeLast();
        if (article.items.isEmpty()) return;
        var last = article.items.getLast();
        for (var i = 0; i < last.size() - 1; i++) {
            if (!last.get(i).endsSentence()) continue;
            var tail = last.subList(i + 1, last.size());
            article.running.addAll(tail);
            tail.clear();
        }
    }

    private void put(int index, Map<ArticleId, String> words) {
        var article = articles.get(index);
        var id = text + "-" + article.number + letter(index);
        if (article.running.isEmpty()) {
            throw new Malformed(new Bilingual(id + " 没有内容", id + " has no words"));
        }
        words.put(new ArticleId(id), TextLine.joined(article.running));
        for (var i = 0; i < article.items.size(); i++) {
            words.put(new ArticleId(id + "." + (i + 1)), TextLine.joined(article.items.get(i)));
        }
    }

    /** Articles that are printed with the same number are told apart by a, b, c …. */
    private String letter(int index) {
        var number = articles.get(index).number;
        var first = index;
        while (first > 0 && articles.get(first - 1).number == number) first--;
        var alone = first == index && (index + 1 == articles.size() || articles.get(index + 1).number != number);
        return alone ? "" : String.valueOf((char) ('a' + index - first));
    }

    private Malformed wrong(TextLine line, String zh, String en) {
        return new Malformed(new Bilingual(
                "第 " + line.number() + " 行：" + text + "：" + zh, "line " + line.number() + ": " + text + ": " + en));
    }
}
