package org.liuhen.formats.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.formats.Malformed;

class OriginTest {

    @Test
    void it_is_read_as_it_is_written() {
        for (var text : new String[] {"liuhen-5f3a09c2/SQ", "liuhen-5f3a09c2/SQ/2", "x/Y/10"}) {
            assertEquals(text, Origin.parse(text).toString());
        }
        assertEquals(new Origin("liuhen-5f3a09c2", "SQ", 12), Origin.parse("liuhen-5f3a09c2/SQ/12"));
        assertEquals("SQ/12", Origin.parse("liuhen-5f3a09c2/SQ/12").path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SQ", "/SQ", "x/", "x/SQ/", "x/SQ/1", "x/SQ/0", "x/SQ/02", "x/SQ/a", "x/SQ/2/3", "x/SQ/9999999"})
    void every_other_spelling_is_refused(String text) {
        assertEquals(Optional.empty(), Origin.find(text));
        assertThrows(Malformed.class, () -> Origin.parse(text));
    }

    @Test
    void a_log_follows_the_earlier_ones_of_its_own_agency_only() {
        var second = Origin.parse("x/SQ/2");
        assertTrue(second.follows(Origin.parse("x/SQ")));
        assertFalse(second.follows(second));
        assertFalse(second.follows(Origin.parse("x/SQ/3")));
        assertFalse(second.follows(Origin.parse("x/CL")));
        assertFalse(second.follows(Origin.parse("y/SQ")));
    }
}
