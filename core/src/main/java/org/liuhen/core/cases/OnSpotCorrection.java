package org.liuhen.core.cases;

import java.time.LocalDate;

/** A correction of an application on the spot (CL-6.3). */
public record OnSpotCorrection(
        String place, String before, String after, String corrector, String entitlement, SignKind signed, LocalDate on) {}
