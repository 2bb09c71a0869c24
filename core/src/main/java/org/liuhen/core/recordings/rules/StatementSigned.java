package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.GivenUp;
import org.liuhen.core.recordings.activities.RecordedItem;
import org.liuhen.core.recordings.coverage.Hole;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 无法继续记录的书面说明: when recording could not go on, a written statement is made after the act and signed by enough different
 * officers (SQ-M-20.p2, SQ-I-11.p3, LX-22.p2). The law of the day of the act counts.
 */
@Duty("avRecord.cannotContinue.writtenStatement")
public final class StatementSigned implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.cannotContinue.writtenStatement");
    private static final Key END = new Key("avRecord.span.end");
    private static final Key SIGNATURES = new Key("avRecord.cannotContinue.minOfficerSignatures");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream().flatMap(StatementSigned::findings).map(Assessment::of).collect(Assessment.all());
    }

    /** Nothing, or that the statement lacks signatures. */
    static Stream<Finding> findings(OnSite act) {
        if (act.activity().course().defectStated(KEY.value())) return Stream.empty();
        if (act.activity().course().givenUp().isEmpty()) return stopped(act);
        var needed = act.rules().count(SIGNATURES).map(cited -> cited.value()).orElse(1);
        return act.activity().course().givenUp().stream()
                .filter(given -> given.signers() < needed)
                .flatMap(given -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> finding(act, given, needed, cited.authority())));
    }

    /** Where the text sets no end point of its own, that recording stopped before the act did is found here. */
    private static Stream<Finding> stopped(OnSite act) {
        var asFits = act.activity().opened().item().endPoint().equals(RecordedItem.AS_FITS);
        if (asFits || !act.recorded() || act.answered(KEY) || act.rules().word(END).isPresent()) return Stream.empty();
        return act.rules().flagCited(KEY)
                .filter(cited -> cited.value() && cited.authority() instanceof Authority.Article).stream()
                .flatMap(cited -> act.unexplained(Hole.Edge.END).stream().map(hole -> act.alert(KEY, "stopped", cited.authority(),
                        new Bilingual("录音录像 " + act.clock(hole.time().from()) + " 停止，活动 " + act.clock(hole.time().to())
                                + " 才结束，没有书面说明。",
                                "Recording stopped at " + act.clock(hole.time().from()) + ", the act ended at "
                                        + act.clock(hole.time().to()) + ", and there is no written statement."),
                        new Bilingual("请归入此后的录音录像；无法继续记录的，登记情况并由执法人员签名；不需要继续的，写明理由。",
                                "File what was recorded later; if recording could not go on, record that, signed by officers; if there was"
                                        + " no need, give the reason."))));
    }

    private static Finding finding(OnSite act, GivenUp given, int needed, Authority authority) {
        return act.alert(KEY, "", authority,
                new Bilingual("无法继续记录（" + act.clock(given.stoppedAt()) + "）的书面说明须有 " + needed + " 名执法人员签名，现有 " + given.signers() + " 名。",
                        "The statement that recording could not go on (" + act.clock(given.stoppedAt()) + ") needs " + needed
                                + " officers' signatures and has " + given.signers() + "."),
                new Bilingual("请由参加活动的执法人员签名；不能签名的，作出情况说明。",
                        "Let officers of the activity sign; if they cannot, make a defect statement."));
    }
}
