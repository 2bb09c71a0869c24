package org.liuhen.core.agencies;

import java.time.LocalDate;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;
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
        STATION_KEY("采集站密钥", "Key of station"),
        LEDGER("账本", "Ledger"),
        CERTIFICATE("执法证", "Enforcement certificate");

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

    /** Only a role that is held has a deputy, ends, or confirms. */
    record RoleNotHeld(Role role, LocalDate day) implements AgencyRefusal {
        @Override
        public String code() {
            return "role-not-held";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("该人员在 " + day + " 不担任 " + role.word() + "。",
                    "The person is not " + role.word() + " on " + day + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请核对人员、角色和日期，或先授予该角色。", "Check person, role and day, or grant the role first.");
        }
    }

    /** Nobody stands in for himself. */
    record OwnDeputy() implements AgencyRefusal {
        @Override
        public String code() {
            return "own-deputy";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("代行人与被代行人是同一人。",
                    "The deputy and the person are the same.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请选择另一人。", "Choose another person.");
        }
    }

    /** Without this administrator nobody could keep the register, the rights or the audit. */
    record LastAdministrator(Role role) implements AgencyRefusal {
        @Override
        public String code() {
            return "last-administrator";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("终止后本机关将没有 " + role.word() + "（三员须各有其人）。",
                    "The agency would be left without " + role.word() + "; each of the three administrators must be somebody.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请先授予另一人该角色，再终止。", "Grant the role to another person first, then end this one.");
        }
    }

    /** The program has another profile than the one to be adopted. */
    record ProfileNotOffered(Digest asked, Digest offered) implements AgencyRefusal {
        @Override
        public String code() {
            return "profile-not-offered";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("要采用的配置 " + asked + " 不是本程序现有的 " + offered + "。",
                    "The profile to be adopted is " + asked + "; the program has " + offered + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请刷新后核对摘要再采用，或先升级程序。", "Reload, compare the digest and adopt again, or upgrade the program first.");
        }
    }

    /** The text prints no day, so the agency must say when it begins. */
    record ActivationNeeded() implements AgencyRefusal {
        @Override
        public String code() {
            return "activation-needed";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("本机关办法未印明施行日期，采用配置须填写施行日。",
                    "The text of this agency does not print the day on which it begins: adopting its profile needs that day.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请填写施行日（activation）。", "State the day of activation.");
        }
    }

    /** What is adopted later begins later. */
    record AdoptedSince(LocalDate from) implements AgencyRefusal {
        @Override
        public String code() {
            return "adopted-since";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("已有自 " + from + " 起采用的配置，新的起始日不能更早。",
                    "A profile is adopted from " + from + "; the next one cannot begin earlier.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请填写该日或以后的日期。", "State that day or a later one.");
        }
    }

    /** Only what the product proposes is confirmed. */
    record NothingToConfirm(Key key) implements AgencyRefusal {
        @Override
        public String code() {
            return "nothing-to-confirm";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("配置项 " + key.value() + " 不是产品建议值，无须确认。",
                    "The value of " + key.value() + " is not a proposal of the product, so there is nothing to confirm.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请从确认清单中删除它。", "Leave it out of the confirmations.");
        }
    }

    /** Another version was issued in between, or one is left out. */
    record GuideNotNext(int asked, int due) implements AgencyRefusal {
        @Override
        public String code() {
            return "guide-not-next";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("用语指引的下一版是第 " + due + " 版，不是第 " + asked + " 版。",
                    "The next version of the guide is number " + due + ", not " + asked + ".");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("可能有人刚刚发布了新版。请刷新后核对，再发布。",
                    "Somebody may have issued one just now. Reload, compare, and issue it then.");
        }
    }

    /** A later version begins no earlier than the one before. */
    record GuideEarlier(LocalDate from) implements AgencyRefusal {
        @Override
        public String code() {
            return "guide-earlier";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("上一版用语指引自 " + from + " 起施行，新版不能更早。",
                    "The version before is in force from " + from + "; the next one cannot begin earlier.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请填写该日或以后的日期。", "State that day or a later one.");
        }
    }

    /** Nothing to say, or more than anybody reads. */
    record GuideLength(int charsMax) implements AgencyRefusal {
        @Override
        public String code() {
            return "guide-length";
        }

        @Override
        public Bilingual what() {
            return new Bilingual("用语指引没有内容、有空白的用语，或者超过 " + charsMax + " 字。",
                    "The guide is empty, has an empty phrase, or more than " + charsMax + " characters.");
        }

        @Override
        public Bilingual next() {
            return new Bilingual("请填写或者精简用语。", "Fill it in, or shorten it.");
        }
    }
}
