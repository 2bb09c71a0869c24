package org.liuhen.server.recordings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.recordings.RecordingCommand.ReconcileStationReceipt;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingEvent.StationReceiptReconciled;
import org.liuhen.core.recordings.StationChain;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RecordingId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.devices.StationReceipt;
import org.liuhen.formats.notes.VerifierKey;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks a station's receipt against its key, the recording and the station's other receipts, and has it recorded. */
@Component
class StationReceiptBook {

    private final RecordingStreams streams;
    private final KnownDevices devices;
    private final Register register;
    private final AgencyRows rows;
    private final InstantSource clock;

    StationReceiptBook(RecordingStreams streams, KnownDevices devices, Register register, AgencyRows rows, InstantSource clock) {
        this.streams = streams;
        this.devices = devices;
        this.register = register;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Records the receipt; the same one again changes nothing.
     *
     * @throws Problem if it is no receipt, is not signed by this station's key, or is refused; nothing was written
     */
    void reconcile(Caller caller, UUID recording, byte[] bytes) {
        var signed = read(bytes);
        var receipt = signed.receipt();
        var key = register.stationKey(caller.agency(), caller.id()).map(VerifierKey::parse).orElseThrow(StationReceiptBook::keyUnknown);
        if (!receipt.station().value().equals(caller.id()) || !signed.isSignedBy(key)) throw forged();
        var digest = sha256(bytes);
        var device = receipt.device().map(number -> devices.byNumber(caller.agency(), number).orElseThrow(() -> noSuchDevice(number)));
        var facts = new StationReceiptReconciled(receipt.station(), receipt.receivedAt(), receipt.sequence(), digest, receipt.previous(),
                HexFormat.of().toHexDigits(key.id()));
        try {
            record(caller, recording, receipt, device, facts);
        } catch (DuplicateKeyException sameNumberAtOnce) {
            record(caller, recording, receipt, device, facts); // now the other one is known
        }
    }

    private void record(Caller caller, UUID recording, StationReceipt receipt, Optional<DeviceId> device, StationReceiptReconciled facts) {
        var command = new ReconcileStationReceipt(facts, device, receipt.sizeBytes(), receipt.sha256(), receipt.sm3Tree(),
                chain(caller.agency(), facts));
        streams.handle(caller.agency(), recording, UUID.randomUUID(), caller.actor(), Optional.empty(), command, RecordingContext.none());
    }

    private StationChain chain(String agency, StationReceiptReconciled facts) {
        return rows.of(agency, jdbc -> new StationChain(clock.instant(),
                digest(jdbc, facts, "receipt", facts.sequence()),
                of(jdbc, facts, "select recording from station_receipt where agency = :agency and station = :station and receipt = :receipt")
                        .param("agency", agency).param("receipt", facts.receipt().toString()).query(UUID.class).optional().map(RecordingId::new),
                digest(jdbc, facts, "receipt", facts.sequence() - 1),
                digest(jdbc, facts, "previous", facts.sequence() + 1),
                time(jdbc, facts, "select max(received_at) from station_receipt where station = :station and sequence < :sequence"),
                time(jdbc, facts, "select min(received_at) from station_receipt where station = :station and sequence > :sequence")));
    }

    private static JdbcClient.StatementSpec of(JdbcClient jdbc, StationReceiptReconciled facts, String sql) {
        return jdbc.sql(sql).param("station", facts.station().value());
    }

    private static Optional<Digest> digest(JdbcClient jdbc, StationReceiptReconciled facts, String column, long sequence) {
        return of(jdbc, facts, "select " + column + " from station_receipt where station = :station and sequence = :sequence")
                .param("sequence", sequence).query(String.class).optional().map(Digest::parse);
    }

    private static Optional<Instant> time(JdbcClient jdbc, StationReceiptReconciled facts, String sql) {
        return of(jdbc, facts, sql).param("sequence", facts.sequence()).query((row, _) -> Optional.ofNullable(row.getTimestamp(1)))
                .single().map(Timestamp::toInstant);
    }

    private static StationReceipt.Signed read(byte[] bytes) {
        try {
            return StationReceipt.read(bytes);
        } catch (Malformed e) {
            throw Problem.badRequest("station-receipt-malformed", "采集站回执格式不正确", "The station's receipt is malformed")
                    .because(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()));
        }
    }

    private static Digest sha256(byte[] bytes) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Problem keyUnknown() {
        return Problem.of(HttpStatus.CONFLICT, "station-key-unknown", "这台采集站还没有报告签名公钥", "This station has not told its key yet")
                .next("请先在采集站上运行 liuhen station。", "Run liuhen station on it first.");
    }

    private static Problem forged() {
        return Problem.of(HttpStatus.CONFLICT, "station-receipt-forged", "回执不是由这台采集站的密钥签发的", "The receipt is not signed by this station's key")
                .because("签名不成立，或属于另一台采集站。", "The signature does not hold, or is another station's.")
                .next("音像记录不受影响；请告知系统管理员核对采集站。", "The recording is not affected; have the administrator look at the station.");
    }

    private static Problem noSuchDevice(String number) {
        return Problem.of(HttpStatus.CONFLICT, "station-receipt-other-device", "回执写的设备没有登记", "The device on the receipt is not in the register")
                .because("设备 " + number + "。", "Device " + number + ".")
                .next("音像记录不受影响；请核对设备登记。", "The recording is not affected; check the register of devices.");
    }
}
