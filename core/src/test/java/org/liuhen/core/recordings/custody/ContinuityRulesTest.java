package org.liuhen.core.recordings.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.TestLaw;
import org.liuhen.core.law.Authority;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.RecordingEvent.ContinuityExamined;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.recordings.Recordings;
import org.liuhen.core.recordings.Via;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Ground;
import org.liuhen.core.recordings.continuity.Hindrance;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;
import org.liuhen.core.recordings.continuity.Thresholds;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;

/** What the five texts find in what was observed of a file of twenty seconds. */
final class ContinuityRulesTest {

    private static final Instant AT = Instant.parse("2026-03-02T07:00:00Z");

    @ParameterizedTest(name = "{0}: {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SQ |                                      |
            SQ | gaps                                 | avRecord.continuous.required SQ-I-9 [gaps]
            WD | gaps                                 | avRecord.continuous.required WD-8 [gaps]
            AJ | gaps                                 |
            LX | gaps edit-list tail                  |
            CL | gaps edit-list tail                  |
            SQ | edit-list                            | avRecord.edit.forbidden SQ-I-11.p4 [edit-list]
            WD | tail                                 | avRecord.edit.forbidden WD-10 [tail]
            AJ | tail edit-list                       | avRecord.edit.forbidden AJ-22.2 [edit-list tail]
            SQ | reencoding/encoder                   |
            SQ | reencoding/editor                    | avRecord.edit.forbidden SQ-I-11.p4 [reencoding]
            SQ | duplicates clock-jump                | avRecord.insertFrames.forbidden SQ-I-11.p4 [duplicates clock-jump]
            WD | duplicates clock-jump                | avRecord.edit.forbidden WD-10 [duplicates clock-jump]
            SQ | gaps edit-list                       | avRecord.continuous.required SQ-I-9 [gaps], avRecord.edit.forbidden SQ-I-11.p4 [edit-list]
            SQ | frozen=20000                         |
            SQ | black=10000                          | avRecord.quality.checked SQ-D-5 [black]
            SQ | black=9999                           |
            SQ | silent=20000                         | avRecord.quality.checked SQ-D-5 [silent]
            WD | black=20000                          |
            """)
    void what_is_observed_is_found_where_a_text_speaks_of_it(String agency, String observed, String expected) {
        var found = found(agency, Arrays.stream(Optional.ofNullable(observed).orElse("").split(" ")).filter(word -> !word.isEmpty())
                .map(ContinuityRulesTest::observation).toList());
        assertEquals(Optional.ofNullable(expected).orElse(""), found.stream().map(ContinuityRulesTest::words).sorted().collect(Collectors.joining(", ")));
    }

    @Test
    void what_was_not_observed_not_performed_or_not_applicable_is_no_finding() {
        for (var outcome : List.of(new Outcome.NotObserved(), new Outcome.NotPerformed(Hindrance.TIME, "300 s"),
                new Outcome.NotApplicable(Ground.STILL_PICTURE))) {
            var all = Arrays.stream(Check.values()).map(check -> new Observation(check, outcome)).toList();
            assertEquals(List.of(), found("SQ", all), outcome.toString());
        }
    }

    @Test
    void the_words_tell_the_threshold_and_that_it_is_no_verdict() {
        var what = found("AJ", List.of(observation("edit-list"), observation("tail"))).getFirst().what();
        assertEquals("检查文件观察到：编辑列表略去或移动 0.5 秒以上 1 处；结尾缺失或者短 2 秒以上 1 处。这是观察，不是判断。", what.zh());
        assertTrue(what.en().endsWith("This is an observation and no judgement."), what.en());
    }

    private static String words(Finding finding) {
        var article = finding.authority() instanceof Authority.Article(var id) ? id.value() : "product";
        return finding.key().duty() + " " + article + " [" + finding.key().occurrence() + "]";
    }

    /** A check as it is spelled, {@code /} a sign, {@code =} milliseconds. */
    private static Observation observation(String spelled) {
        var word = spelled.replaceAll("[/=].*", "");
        var check = Arrays.stream(Check.values()).filter(one -> one.word().equals(word)).findFirst().orElseThrow();
        var sign = spelled.endsWith("/editor") ? Sign.EDITOR : spelled.endsWith("/encoder") ? Sign.ENCODER : Sign.STILL;
        var length = Duration.ofMillis(spelled.contains("=") ? Long.parseLong(spelled.substring(spelled.indexOf('=') + 1)) : 1000);
        return new Observation(check, Outcome.of(List.of(Sighting.at(sign, Duration.ZERO, length))));
    }

    private static List<Finding> found(String agency, List<Observation> observations) {
        RecordingState state = Recordings.evolve(new RecordingState.Absent(), new RecordingHandedIn(new RecordingId(new UUID(0, 1)),
                new DeviceId(new UUID(0, 3)), Optional.empty(), "a.mp4", RawName.of(new byte[] {'a'}), "a.mp4", 7,
                Digest.sha256(new byte[32]), Digest.of(Digest.Algorithm.SM3_TREE, new byte[32]), Optional.empty(), Optional.empty(), Via.STATION), AT);
        state = Recordings.evolve(state, new RecordingProbed(MediaKind.VIDEO, "mov,mp4", List.of(), Optional.of(Duration.ofSeconds(20)), Optional.empty(),
                Optional.of(AT), Optional.of(AT), Optional.of(Duration.ZERO), Optional.empty(), List.of(), 0, 0, 0, "ffprobe 8.0"), AT);
        state = Recordings.evolve(state, new ContinuityExamined(observations, Thresholds.CURRENT, Optional.empty(), Optional.empty(), "ffmpeg 8.0"), AT);
        var recording = (HandedIn) state;
        var law = TestLaw.of(agency);
        return Stream.<Rule<HandedIn>>of(new FileUnbroken(), new FileUnedited(), new NothingInserted(), new SeenAndHeard())
                .map(rule -> rule.check(recording, law, AT)).collect(Assessment.all()).findings();
    }
}
