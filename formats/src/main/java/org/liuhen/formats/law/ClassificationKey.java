package org.liuhen.formats.law;

import java.util.Optional;
import org.liuhen.core.values.Bilingual;

/**
 * A key that recordings of an agency are classified by.
 *
 * @param article that demands it; absent for a product default
 */
public record ClassificationKey(String key, Bilingual title, Optional<String> article) {}
