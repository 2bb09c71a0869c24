package org.liuhen.core.devices;

/**
 * One demand on a device, looked at when it was accepted.
 *
 * @param point word of {@code device.tech.required}
 * @param evidence what shows it: a figure, a test, the maker's paper
 */
public record TechnicalPoint(String point, boolean met, String evidence) {}
