package org.liuhen.formats.law;

import java.util.List;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;

/**
 * One document of an agency's regulation (制度文件), and the articles registered of it.
 *
 * @param text begins the id of each of its articles: {@code SQ-M}, {@code LX}
 * @param issuer the agency's name as it stands over the title
 * @param title as printed, in Chinese; ours in English
 */
public record Regulation(
        String text, AgencyCode agency, String issuer, Bilingual title, Form form, List<RegisteredArticle> articles) {

    /** How it is laid out. */
    public enum Form {
        /** 第一条, 第二条 …, with items （一）, （二） …. */
        ARTICLES("articles"),
        /** A table whose rows are numbered from 1. */
        LIST("list"),
        /** The notice of issue that stands before the first title. */
        NOTICE("notice");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        /** As in files. */
        public String word() {
            return word;
        }
    }

    public Regulation {
        articles = List.copyOf(articles);
    }
}
