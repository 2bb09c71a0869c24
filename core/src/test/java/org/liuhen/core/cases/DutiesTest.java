package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.liuhen.core.cases.rules.DocumentRequirements;
import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Duty;

class DutiesTest {

    /** The laws of the tests have every key of law/keys.yaml that an agency states; a duty without a key could cite nothing. */
    @Test
    void every_requirement_of_a_document_is_bound_to_a_key() {
        for (var requirement : DocumentRequirements.ALL) {
            var duty = requirement.getClass().getAnnotation(Duty.class);
            assertTrue(duty != null, () -> requirement.getClass() + " has no duty");
            TestLaw.of("SQ").on(TestLaw.FROM).answer(new Key(duty.value()));
        }
    }
}
