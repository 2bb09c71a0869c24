package org.liuhen.core.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;

/** Why a command on the custody of a recording is not carried out. */
public record CustodyRefusal(String code, Bilingual what, Bilingual next) implements Refusal {

    private static CustodyRefusal of(String code, String zh, String en, String nextZh, String nextEn) {
        return new CustodyRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn));
    }

    static CustodyRefusal personOnly() {
        return of("person-only", "这一步须由人办理。", "A person must do this.", "请登录后办理。", "Sign in and do it.");
    }

    static CustodyRefusal empty(String zh, String en) {
        return of("empty", zh + "不能为空。", "Please fill in " + en + ".", "请填写" + zh + "。", "Fill it in.");
    }

    static CustodyRefusal inFuture(Instant at) {
        return of("in-the-future", "时间在将来：" + at + "。", "This time is in the future: " + at + ".", "请核对时间和本机时钟。",
                "Check the time, and the clock of this machine.");
    }

    static CustodyRefusal notCustodian() {
        return of("no-custodian", "只有音像记录保管人接收移交。", "Only a custodian takes recordings over.", "请由本机构指定的保管人办理。",
                "Let the custodian of the unit do it.");
    }

    static CustodyRefusal alreadyHanded() {
        return of("already-handed", "这条音像记录已经移交保管人。", "The custodian has this recording already.", "无需再次移交。", "Nothing is left to do.");
    }

    static CustodyRefusal noSuchPerson() {
        return of("no-such-person", "本机关没有登记这个人。", "This person is not in the register of the agency.", "请选择已登记的人员。",
                "Choose somebody of the register.");
    }

    /** @param article that gives the time of storing, where one does */
    static CustodyRefusal noException(Optional<String> article) {
        return of("no-exception", "本机关的制度" + article.map(id -> "（" + id + "）").orElse("") + "没有规定延后储存的情形。",
                "The agency's text" + article.map(id -> " (" + id + ")").orElse("") + " knows no exception to storing in time.",
                "原因可以在逾期问题中说明。", "Give the reason in the explanation of the finding.");
    }

    static CustodyRefusal groundNotAllowed(List<String> grounds) {
        return of("ground-not-allowed", "这不是本机关制度规定的情形。", "The agency's text does not name this ground.",
                "可选的情形：" + String.join("、", grounds) + "。", "Grounds that it names: " + String.join(", ", grounds) + ".");
    }

    static CustodyRefusal returnedTooEarly() {
        return of("contradictory", "返回时间早于录制结束。", "The return is before the end of the recording.", "请核对返回时间。", "Check the time of the return.");
    }

    static CustodyRefusal otherPerson() {
        return of("own-matter", "误录须由两人认定，不能由提出人自己确认。", "Two people label an accidental recording; nobody confirms a claim of their own.",
                "请由另一名保管人或者机构负责人确认。", "Let another custodian or the head of the unit confirm it.");
    }

    static CustodyRefusal noClaim() {
        return of("no-claim", "没有人提出这条记录是误录。", "Nobody has claimed that this was recorded by accident.", "请先提出并写明原因。",
                "Claim it first, with the reason.");
    }

    static CustodyRefusal alreadyConfirmed() {
        return of("already-confirmed", "这条记录已认定为误录。", "This recording is labelled as accidental.", "认定有误的，请先撤销认定。",
                "If that is wrong, deny it first.");
    }
}
