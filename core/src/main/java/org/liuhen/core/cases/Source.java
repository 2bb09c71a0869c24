package org.liuhen.core.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.values.Digest;

/** Where the matter came from (事项来源) and why the case is begun (启动原因). */
public record Source(
        SourceKind kind, Optional<String> otherKind, LocalDate on, String cause, Optional<Informant> informant,
        Optional<Digest> attachment) {}
