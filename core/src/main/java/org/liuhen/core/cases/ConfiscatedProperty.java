package org.liuhen.core.cases;

import java.util.Optional;

/** A list of confiscated property (没收财物) and its disposal. */
public record ConfiscatedProperty(
        ExecutionEvent.PropertyConfiscated list, Optional<ExecutionEvent.PropertyDisposed> disposed) {}
