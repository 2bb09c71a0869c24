package org.liuhen.core.cases;

import java.time.LocalDate;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/**
 * An officer as the register knew him at that moment; without a certificate he cannot be one.
 *
 * @param certificate 执法证号
 * @param certificateTo last legal day of the certificate
 */
public record Officer(
        PersonId id, String name, String certificate, LocalDate certificateFrom, LocalDate certificateTo, UnitCode unit) {}
