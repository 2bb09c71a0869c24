package org.liuhen.formats.law;

import java.util.Optional;
import org.liuhen.core.values.Bilingual;

/**
 * A key (分类项) that recordings of an agency are classified by.
 *
 * @param key as in the catalogue
 * @param title ours, for people
 * @param article that demands it; absent for a product default
 */
public record ClassificationKey(String key, Bilingual title, Optional<String> article) {}
