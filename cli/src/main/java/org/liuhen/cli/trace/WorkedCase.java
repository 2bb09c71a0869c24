package org.liuhen.cli.trace;

import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.AgencyCode;

/**
 * A worked case of law/cases, as far as the table counts it.
 *
 * @param firing whether it expects the article to be found or to refuse; a quiet one expects that it is not
 */
public record WorkedCase(AgencyCode agency, ArticleId article, boolean firing) {}
