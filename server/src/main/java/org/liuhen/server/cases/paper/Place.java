package org.liuhen.server.cases.paper;

/**
 * A rectangle on a page, in points (1/72 inch) from the lower left corner of the page as printed.
 *
 * @param name {@code seal}, or {@code sign-<capacity>-<n>} with n counting from 1
 * @param page from 1
 */
public record Place(String name, int page, float x, float y, float width, float height) {}
