package org.liuhen.core.cases;

import org.liuhen.core.values.Command;

/** What can be asked of a case, beside what concerns its findings. Each part decides about its own. */
public sealed interface CaseCommand extends Command
        permits LifeCommand, ProcessCommand, LicenceCommand, DocumentCommand, ApprovalCommand, ServiceCommand, MeasureCommand,
                ExecutionCommand {}
