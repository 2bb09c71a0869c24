package org.liuhen.core.values;

/** What a person may be in an agency, with dates, from the register. docs/formats.md, section 8. */
public enum Role {
    /** 执法人员. */
    OFFICER("officer"),
    /** 责任人、保管人 of a unit. */
    CUSTODIAN("custodian"),
    /** 执法机构负责人. */
    UNIT_HEAD("unitHead"),
    /** 法制机构、法规股. */
    LEGAL_SECTION("legalSection"),
    /** 办公室. */
    OFFICE("office"),
    /** 机关负责人: the head or a deputy. */
    PERSON_IN_CHARGE("personInCharge"),
    /** 财务. */
    FINANCE("finance"),
    /** 监督. */
    SUPERVISION("supervision"),
    /** 系统管理员. Sees no recording. */
    SYSTEM_ADMINISTRATOR("systemAdministrator"),
    /** 安全管理员. Sees no recording. */
    SECURITY_ADMINISTRATOR("securityAdministrator"),
    /** 审计管理员. Sees no recording. */
    AUDIT_ADMINISTRATOR("auditAdministrator"),
    /** 采集站: held by a bearer token, never granted to a person. */
    STATION("station"),
    /** The program itself, in its jobs; never granted. */
    SYSTEM("system");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }

    /** Whether a person can be granted it. */
    public boolean grantable() {
        return this != STATION && this != SYSTEM;
    }

    /**
     * The role with that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role of(String word) {
        for (var role : values()) {
            if (role.word.equals(word)) return role;
        }
        throw new IllegalArgumentException("no such role: " + word);
    }
}
