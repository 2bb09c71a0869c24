package org.liuhen.core.cases;

import org.liuhen.core.values.Event;

/** What happened in a case. docs/formats.md, section 2.5. */
public sealed interface CaseEvent extends Event
        permits LifeEvent, ProcessEvent, LicenceEvent, DocumentEvent, ApprovalEvent, ServiceEvent, MeasureEvent, ExecutionEvent {}
