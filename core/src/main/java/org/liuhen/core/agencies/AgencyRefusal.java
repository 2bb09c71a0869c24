package org.liuhen.core.agencies;

import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;

/** Why an entry in the register is not made. */
public sealed interface AgencyRefusal extends Refusal {

    /** What the register has entries of. */
    enum Entry {
        AGENCY("机关", "Agency"),
        UNIT("执法机构", "Unit"),
        PERSON("人员", "Person"),
        USERNAME("用户名", "User name"),
        STATION("采集站", "Station"),
        STATION_NUMBER("采集站编号", "Station number"),
        LEDGER("账本", "Ledger");

        private final String zh;
        private final String en;

        Entry(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** For people. */
        public Bilingual title() {
            return new Bilingual(zh, en);
        }
    }

    /** The register was not begun, or its beginning was destroyed. */
    record NoSuchAgency() implements AgencyRefusal {
        @Override
        public String code() {
            return "no-such-agency";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("没有登记这个机关。", "This agency is not in the register.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请先登记机关（liuhen init）。", "Register the agency first (liuhen init).");
        }
    }

    /** It is in the register with other facts. */
    record AlreadyRegistered(Entry entry, String id) implements AgencyRefusal {
        @Override
        public String code() {
            return "already-registered";
        }

        @Override
        public Bilingual what() {
            return new Bilingual(entry.title().zh() + " " + id + " 已经登记，内容不同。", entry.title().en() + " " + id
                    + " is in the register with other facts.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请使用另一个编号，或保持原登记内容。", "Use another id, or leave the entry as it is.");
        }
    }

    /** The entry names something that is not in the register. */
    record NotRegistered(Entry entry, String id) implements AgencyRefusal {
        @Override
        public String code() {
            return "not-registered";
        }

        @Override
        public Bilingual what() {
            return new Bilingual(entry.title().zh() + " " + id + " 未登记。", entry.title().en() + " " + id
                    + " is not in the register.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请先登记它。", "Register it first.");
        }
    }

    /** Stations and the program itself have their roles by what they are. */
    record RoleNotGrantable(Role role) implements AgencyRefusal {
        @Override
        public String code() {
            return "role-not-grantable";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("角色 " + role.word() + " 不能授予个人。", "The role " + role.word() + " cannot be granted to a person.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请选择其他角色。", "Choose another role.");
        }
    }

    /** 三员分立: an administrator holds no second role on the same day. */
    record RolesNotTogether(Role held, Role asked) implements AgencyRefusal {
        @Override
        public String code() {
            return "roles-not-together";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("同一人不能同时担任 " + held.word() + " 和 " + asked.word() + "（三员分立，管理员不接触记录）。",
                    "One person cannot be " + held.word() + " and " + asked.word()
                            + " at once: the three administrators are three persons, and none of them sees records.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请授予另一人，或选择不重叠的日期。", "Grant it to another person, or choose dates that do not overlap.");
        }
    }

    /** The last day is before the first. */
    record DaysReversed() implements AgencyRefusal {
        @Override
        public String code() {
            return "days-reversed";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("结束日期早于开始日期。", "The last day is before the first.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请更正日期。", "Correct the dates.");
        }
    }

    /** A ledger without a key cannot be signed. */
    record NoKeys() implements AgencyRefusal {
        @Override
        public String code() {
            return "no-keys";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("没有给出账本密钥。", "No ledger key was given.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请给出至少一个验证密钥。", "Give at least one verifier key.");
        }
    }
}
