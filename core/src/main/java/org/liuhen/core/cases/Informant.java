package org.liuhen.core.cases;

import java.util.Optional;

/** Who reported the matter; masked everywhere but to handlers. */
public record Informant(String name, Optional<String> contact) {}
