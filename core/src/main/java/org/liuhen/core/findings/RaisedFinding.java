package org.liuhen.core.findings;

import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;

/**
 * A finding as it was raised.
 *
 * @param article that it cites; {@code product} for a default of the product
 * @param profile digest of the profile that it follows from
 */
public record RaisedFinding(FindingKey key, String article, Severity severity, String profile) {}
