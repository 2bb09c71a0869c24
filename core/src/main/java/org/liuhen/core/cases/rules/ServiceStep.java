package org.liuhen.core.cases.rules;

import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ServiceFacts;
import org.liuhen.core.cases.ServiceId;

/** A service of documents that is about to count. */
public record ServiceStep(Begun begun, ServiceId service, ServiceFacts facts) {}
