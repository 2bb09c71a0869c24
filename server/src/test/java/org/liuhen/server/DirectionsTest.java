package org.liuhen.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom in the server. */
class DirectionsTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.liuhen.server");

    private static final String[] FEATURES = {"recordings", "devices", "cases", "access", "archive", "supervision"};

    @Test
    void modules_use_each_other_without_circles_and_only_what_is_published() {
        // demo makes sample recordings with the media tools of recordings: a tool beside the server, not a part of it
        ApplicationModules.of(Application.class, resideInAPackage("org.liuhen.server.demo..")).verify();
    }

    @Test
    void features_do_not_know_each_other() {
        for (var feature : FEATURES) {
            for (var other : FEATURES) {
                if (feature.equals(other)) continue;
                noClasses().that().resideInAPackage("org.liuhen.server." + feature + "..")
                        .should().dependOnClassesThat().resideInAPackage("org.liuhen.server." + other + "..")
                        .allowEmptyShould(true).check(CODE);
            }
        }
    }

    @Test
    void machinery_knows_no_feature() {
        noClasses().that().resideInAnyPackage("org.liuhen.server.journal..", "org.liuhen.server.ledger..",
                "org.liuhen.server.agencies..",
                        "org.liuhen.server.database..", "org.liuhen.server.folder..", "org.liuhen.server.identity..")
                .should().dependOnClassesThat()
                        .resideInAnyPackage("org.liuhen.server.recordings..", "org.liuhen.server.devices..",
                        "org.liuhen.server.desk..", "org.liuhen.server.operator..")
                .check(CODE);
        noClasses().that().resideInAPackage("org.liuhen.server.journal..")
                .should().dependOnClassesThat().resideInAnyPackage("org.liuhen.server.ledger..", "org.liuhen.server.agencies..")
                        .check(CODE);
    }

    @Test
    void names_say_what_a_thing_is() {
        classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Mapper|Service)$").check(CODE);
        noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..misc..", "..base..").check(CODE);
    }
}
