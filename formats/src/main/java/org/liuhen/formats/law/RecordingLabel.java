package org.liuhen.formats.law;

import java.util.Optional;
import org.liuhen.core.values.Bilingual;

/** What recordings are sorted and found by: the catalogue's words, with titles of ours. */
enum RecordingLabel {
    ENFORCEMENT_UNIT("enforcementUnit", "执法机构", "Enforcement unit"),
    DEVICE_NO("deviceNo", "设备编号", "Device number"),
    OFFICER("officer", "执法人员", "Officer"),
    RECORDING_DATE("recordingDate", "记录日期", "Recording date"),
    STORING_DATE("storingDate", "储存日期", "Storing date"),
    USE_TIME("useTime", "使用时间", "Time of use"),
    CAUSE("cause", "案由", "Subject of the case"),
    CASE_NAME("caseName", "案件名称", "Case name"),
    PARTY("party", "当事人", "Party"),
    PARTY_OR_UNIT_NAME("partyOrUnitName", "当事人或单位名称", "Name of party or organisation");

    private final String word;
    private final String zh;
    private final String en;

    RecordingLabel(String word, String zh, String en) {
        this.word = word;
        this.zh = zh;
        this.en = en;
    }

    Bilingual title() {
        return new Bilingual(zh, en);
    }

    static Optional<RecordingLabel> of(String word) {
        for (var label : values()) {
            if (label.word.equals(word)) return Optional.of(label);
        }
        return Optional.empty();
    }
}
