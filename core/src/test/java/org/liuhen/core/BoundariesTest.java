package org.liuhen.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liuhen.core.cases.ServiceCommand;
import org.liuhen.core.cases.rules.CaseRules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.rules.Rule;

class BoundariesTest {

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.liuhen.core");

    private static final Map<String, Set<String>> CLOCK_OR_CHANCE = Map.of(
            "java.util.UUID", Set.of("randomUUID"),
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "identityHashCode"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.util.Locale", Set.of("getDefault"),
            "java.util.TimeZone", Set.of("getDefault"),
            "java.lang.Math", Set.of("random"));

    @Test
    void core_knows_only_itself_and_the_language() {
        classes()
                .that()
                .resideInAPackage("org.liuhen.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.liuhen.core..", "java.lang..", "java.util..", "java.time..", "java.security..",
                        "org.jspecify..")
                .check(CODE);
    }

    @Test
    void core_has_no_clock_and_no_chance() {
        var asks = DescribedPredicate.describe("asks a clock or chance", (JavaMethodCall call) -> {
            var owner = call.getTargetOwner().getName();
            return (owner.startsWith("java.time.") && Set.of("now", "systemUTC", "systemDefaultZone", "system")
                    .contains(call.getName()))
                    || CLOCK_OR_CHANCE.getOrDefault(owner, Set.of()).contains(call.getName());
        });
        noClasses()
                .should()
                .callMethodWhere(asks)
                .because("decide, evolve and assess must give the same answer in twenty years")
                .check(CODE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|Date|Calendar|Timer)|java\\.util\\.concurrent\\..*"
                        + "|java\\.util\\.random\\..*|java\\.security\\.SecureRandom|java\\.lang\\.(Thread|ProcessBuilder|Runtime|ProcessHandle)")
                .because("chance, threads and processes are outside")
                .check(CODE);
    }

    @Test
    void features_know_values_and_not_each_other() {
        slices().matching("org.liuhen.core.(recordings|devices|agencies|ledger|cases)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("org.liuhen.core.values..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.liuhen.core.recordings..", "org.liuhen.core.devices..", "org.liuhen.core.agencies..",
                        "org.liuhen.core.cases..")
                .check(CODE);
    }

    @Test
    void law_knows_values_only_and_rules_know_law() {
        noClasses()
                .that()
                .resideInAPackage("org.liuhen.core.law..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are of core, but neither law nor values", (JavaClass type) ->
                        type.getPackageName().startsWith("org.liuhen.core")
                                && !type.getPackageName().matches("org\\.liuhen\\.core\\.(law|values)(\\..*)?")))
                .check(CODE);
        classes()
                .that()
                .resideInAPackage("org.liuhen.core.rules..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.liuhen.core.rules..", "org.liuhen.core.law..", "org.liuhen.core.values..", "java..",
                        "org.jspecify..")
                .check(CODE);
        classes()
                .that()
                .resideInAPackage("org.liuhen.core.findings..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.liuhen.core.findings..", "org.liuhen.core.rules..", "org.liuhen.core.law..",
                        "org.liuhen.core.values..", "java..", "org.jspecify..")
                .because("a finding lives the same life whatever it is about")
                .check(CODE);
    }

    @Test
    void every_rule_names_its_duty() {
        classes()
                .that(DescribedPredicate.describe("are rules or requirements", (JavaClass type) -> !type.isInterface()
                        && (type.isAssignableTo(Rule.class) || type.isAssignableTo(Requirement.class))))
                .should()
                .beAnnotatedWith(Duty.class)
                .check(CODE);
    }

    @Test
    void every_rule_over_a_case_is_applied() {
        var applied = CaseRules.ALL.stream().map(rule -> rule.getClass().getName()).collect(Collectors.toSet());
        var written = CODE.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(Rule.class) && type.getPackageName().contains(".cases"))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertEquals(written, applied);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(ServiceCommand.class) // there a service is a service of documents
                .should()
                // in a case, a service is 送达: CompleteService and its like are commands
                .haveNameMatching("(?!.*ServiceCommand\\$).*(Service|Manager|Helper|Utils?|Impl|Dto|DTO|Mapper|Exception)(\\$.*)?")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..misc..", "..base..", "..helper..")
                .check(CODE);
    }
}
