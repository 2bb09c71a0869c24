package org.liuhen.core.values;

import java.time.LocalDate;

/**
 * An officer as the register knew him at that moment; without a certificate he cannot be one.
 *
 * @param certificate 执法证号
 * @param certificateTo last legal day of the certificate
 */
public record Officer(
        PersonId id, String name, String certificate, LocalDate certificateFrom, LocalDate certificateTo, UnitCode unit) {}
