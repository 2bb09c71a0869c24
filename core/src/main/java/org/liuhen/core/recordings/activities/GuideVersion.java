package org.liuhen.core.recordings.activities;

import java.time.LocalDate;

/**
 * A version of the agency's guide to what is said on site (用语指引), confirmed by the agency.
 *
 * @param number from 1 on
 * @param from its first legal day
 */
public record GuideVersion(int number, LocalDate from) {}
