package org.liuhen.core.devices;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Role;

/** Who answers for what (职责分工): the words of an agency's {@code roles.*} keys, as roles of the register. */
public final class DutyHolders {

    private DutyHolders() {}

    /**
     * The roles that a word of the text stands for. The register knows no equipment body and no information centre: the office acts for the one,
     * the system administrators are the other.
     *
     * @throws IllegalArgumentException if it is no word of these keys
     */
    public static Set<Role> of(String word) {
        return switch (word) {
            case "office", "equipmentBody" -> EnumSet.of(Role.OFFICE);
            case "officeFinanceSection" -> EnumSet.of(Role.OFFICE, Role.FINANCE);
            case "financeSection" -> EnumSet.of(Role.FINANCE);
            case "enforcementUnitAndOfficer" -> EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.CUSTODIAN);
            case "informationCentre" -> EnumSet.of(Role.SYSTEM_ADMINISTRATOR);
            case "unitHead" -> EnumSet.of(Role.UNIT_HEAD);
            case "namedPersonPerUnit", "namedPerson" -> EnumSet.of(Role.CUSTODIAN);
            default -> throw new IllegalArgumentException("nobody's word: " + word);
        };
    }

    /** What stands against an entry by somebody in that role; empty where the text names the role, or nobody. */
    public static List<Missing> missing(Key duty, Role asking, Rules rules, Bilingual what, Bilingual wayOut) {
        return rules.word(duty).filter(cited -> !of(cited.value()).contains(asking)).stream()
                .map(cited -> new Missing(duty.value(), cited.authority(), what, wayOut)).toList();
    }
}
