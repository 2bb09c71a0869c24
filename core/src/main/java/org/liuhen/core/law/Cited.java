package org.liuhen.core.law;

/** A value and what it rests on. */
public record Cited<T>(T value, Authority authority) {}
