package org.liuhen.core.cases;

import java.util.Optional;

/** A line of an inventory. */
public record Thing(String name, String quantity, String condition, Optional<String> remark) {}
