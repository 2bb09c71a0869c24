package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.values.Bilingual;

/**
 * What a vendor's collection station says of its files: a CSV with the columns {@code path,device,officer,time}, in any order,
 * UTF-8 or GBK. {@code path} and {@code device} must be there; an unknown column is an error. {@code time} is the device's time,
 * with an offset or in the agency's zone. {@code officer} is for people: whose camera it was, the register says.
 */
record VendorLog(Map<String, Row> rows) {

    private static final List<String> COLUMNS = List.of("path", "device", "officer", "time");
    private static final ZoneId AGENCY_ZONE = ZoneId.of("Asia/Shanghai");

    /** One line. */
    record Row(String device, Optional<Instant> time) {}

    VendorLog {
        rows = Map.copyOf(rows);
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it is not such a CSV; the message has the line
     */
    static VendorLog read(Path file) throws IOException {
        var lines = text(Files.readAllBytes(file)).replace("\uFEFF", "").split("\r?\n", -1);
        var header = cells(lines[0], 1);
        for (var column : header) {
            if (!COLUMNS.contains(column)) throw wrong(1, "未知的列 " + column, "unknown column " + column);
        }
        if (!header.contains("path") || !header.contains("device")) throw wrong(
                1, "必须有 path 和 device 两列", "there must be the columns path and device");
        var rows = new HashMap<String, Row>();
        for (var i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) continue;
            var cells = cells(lines[i], i + 1);
            if (cells.size() != header.size()) throw wrong(
                    i + 1, "应有 " + header.size() + " 列", header.size() + " columns expected");
            var path = cells.get(header.indexOf("path")).replace('\\', '/');
            var time = header.contains("time") ? time(cells.get(header.indexOf("time")), i + 1) : Optional.<Instant>empty();
            if (rows.put(path, new Row(cells.get(header.indexOf("device")), time)) != null) {
                throw wrong(i + 1, "重复的文件 " + path, "the file is there twice: " + path);
            }
        }
        return new VendorLog(rows);
    }

    private static String text(byte[] bytes) {
        var strict = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return strict.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static Optional<Instant> time(String text, int line) throws IOException {
        if (text.isBlank()) return Optional.empty();
        var iso = text.strip().replace(' ', 'T');
        try {
            var moment = iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).atZone(AGENCY_ZONE).toInstant();
            return Optional.of(moment.truncatedTo(ChronoUnit.MILLIS)); // as exact as a listing is
        } catch (DateTimeParseException e) {
            throw wrong(line, "不是时间：" + text, "not a time: " + text);
        }
    }

    private static List<String> cells(String line, int number) throws IOException {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) throw wrong(number, "引号没有结束", "a quote does not end");
        cells.add(cell.toString().strip());
        return cells;
    }

    private static IOException wrong(int line, String zh, String en) {
        return new IOException(new Bilingual("厂商日志第 " + line + " 行：" + zh, "vendor log, line " + line + ": " + en).toString());
    }

    /** What the log says of a file. */
    Optional<Row> row(RawPath path) {
        return Optional.ofNullable(rows.get(path.display()));
    }
}
