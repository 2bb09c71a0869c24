package org.liuhen.core.cases;

import java.util.Optional;

/**
 * A party (当事人).
 *
 * @param identityNumber of a person or a company; masked in lists
 */
public record Party(
        PartyId id, PartyKind kind, String name, Optional<String> identityNumber, Optional<String> representative,
        Optional<String> address, Optional<String> phone) {}
