package org.liuhen.core.cases;

/** What can be asked of a case. Each part decides about its own. */
public sealed interface CaseCommand
        permits LifeCommand, ProcessCommand, LicenceCommand, DocumentCommand, ApprovalCommand, ServiceCommand, MeasureCommand,
                ExecutionCommand, FindingCommand {}
