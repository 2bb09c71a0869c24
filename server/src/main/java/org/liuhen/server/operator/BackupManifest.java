package org.liuhen.server.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;

/**
 * What a backup holds; {@code manifest.json}, canonical JSON. It is written last: a folder without it is no backup.
 *
 * @param schema version of the tables
 */
record BackupManifest(String schema, List<Table> tables, List<Entry> files) {

    static final String NAME = "manifest.json";
    private static final String FORMAT = "liuhen-backup-v1";
    private static final int BYTES_MAX = 1 << 30;

    /** One table; its rows stand in {@code tables/<name>}. */
    record Table(String name, List<String> columns, long rows) {}

    /** One file, with its path in the backup. */
    record Entry(String path, String sha256, long sizeBytes) {}

    byte[] write() {
        return CanonicalJson.write(new Json.Fields(Map.of(
                "format", new Json.Text(FORMAT),
                "schema", new Json.Text(schema),
                "tables", new Json.Items(tables.stream().<Json>map(table -> new Json.Fields(Map.of(
                        "columns", new Json.Items(table.columns().stream().<Json>map(Json.Text::new).toList()),
                        "name", new Json.Text(table.name()),
                        "rows", new Json.Whole(table.rows())))).toList()),
                "files", new Json.Items(files.stream().<Json>map(file -> new Json.Fields(Map.of(
                        "path", new Json.Text(file.path()),
                        "sha256", new Json.Text(file.sha256()),
                        "sizeBytes", new Json.Whole(file.sizeBytes())))).toList()))));
    }

    /** @throws Malformed if it is not the manifest of a backup of this format */
    static BackupManifest read(byte[] bytes) {
        var fields = fields(CanonicalJson.read(bytes, BYTES_MAX));
        if (!text(fields, "format").equals(FORMAT)) throw new Malformed("not " + FORMAT + ": " + text(fields, "format"));
        var tables = new ArrayList<Table>();
        for (var item : items(fields, "tables")) {
            var table = fields(item);
            tables.add(new Table(text(table, "name"), items(table, "columns").stream().map(BackupManifest::text).toList(),
                    number(table, "rows")));
        }
        var files = new ArrayList<Entry>();
        for (var item : items(fields, "files")) {
            var file = fields(item);
            files.add(new Entry(text(file, "path"), text(file, "sha256"), number(file, "sizeBytes")));
        }
        return new BackupManifest(text(fields, "schema"), tables, files);
    }

    private static Map<String, Json> fields(Json json) {
        if (json instanceof Json.Fields(var fields)) return new TreeMap<>(fields);
        throw new Malformed("not an object: " + json);
    }

    private static String text(Json json) {
        if (json instanceof Json.Text(var text)) return text;
        throw new Malformed("not a text: " + json);
    }

    private static String text(Map<String, Json> fields, String name) {
        if (fields.get(name) instanceof Json.Text(var text)) return text;
        throw new Malformed("no text " + name);
    }

    private static long number(Map<String, Json> fields, String name) {
        if (fields.get(name) instanceof Json.Whole(var number)) return number;
        throw new Malformed("no number " + name);
    }

    private static List<Json> items(Map<String, Json> fields, String name) {
        if (fields.get(name) instanceof Json.Items(var items)) return items;
        throw new Malformed("no list " + name);
    }
}
