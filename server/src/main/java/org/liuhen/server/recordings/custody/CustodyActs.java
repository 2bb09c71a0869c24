package org.liuhen.server.recordings.custody;

import java.util.EnumSet;
import java.util.Set;
import org.liuhen.core.recordings.CustodyCommand;
import org.liuhen.core.values.Role;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActTable;

/**
 * The acts on the custody of a recording that can be asked for over HTTP, by the last part of their address, and the roles that each
 * serves. What is not here serves nobody. The fields of the body are in docs/formats.md, section 2.10.
 */
final class CustodyActs {

    private static final Set<Role> CUSTODY = EnumSet.of(Role.CUSTODIAN);
    private static final Set<Role> CONFIRMING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD);
    private static final Set<Role> WORK = EnumSet.of(Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD);

    static final ActTable ALL = ActTable.of(
            Act.of(CustodyCommand.HandToCustodian.class, CUSTODY), Act.of(CustodyCommand.ExceptStoring.class, WORK),
            Act.of(CustodyCommand.ClaimAccident.class, WORK), Act.of(CustodyCommand.ConfirmAccident.class, CONFIRMING),
            Act.of(CustodyCommand.DenyAccident.class, CONFIRMING), Act.of(CustodyCommand.FileWithoutCase.class, WORK),
            Act.of(CustodyCommand.AssignFiling.class, CONFIRMING)).withFindings(WORK);

    private CustodyActs() {}
}
