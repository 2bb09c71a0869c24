package org.liuhen.core.cases;

/** A place where a locked text was altered (更改处), numbered from 1. */
public record Alteration(int place, String field, String before, String after) {}
