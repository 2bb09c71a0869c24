package org.liuhen.formats.ledger;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/**
 * Where a tile or an entry bundle stands below the log's root. C2SP tlog-tiles.
 *
 * @param level 0 to 63, or {@link #ENTRIES}
 * @param index counted from 0
 * @param width hashes or entries in it: 256 when full, 1 to 255 when partial
 */
public record TilePath(int level, long index, int width) {

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** Hashes in a full tile, entries in a full bundle. */
    public static final int FULL = 256;

    private static final int LEVEL_MAX = 63;
    private static final Pattern PATH = Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    public TilePath {
        if (level < ENTRIES || level > LEVEL_MAX) throw new IllegalArgumentException("level " + level);
        if (index < 0) throw new IllegalArgumentException("tile " + index);
        if (width < 1 || width > FULL) throw new IllegalArgumentException("width " + width);
    }

    /** The path with slashes, for example {@code tile/0/x001/x234/067.p/8}. */
    public String path() {
        var groups = new ArrayDeque<String>();
        groups.addFirst(String.format(Locale.ROOT, "%03d", index % 1000));
        for (var rest = index / 1000; rest > 0; rest /= 1000) {
            groups.addFirst(String.format(Locale.ROOT, "x%03d", rest % 1000));
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + String.join("/", groups)
                + (width == FULL ? "" : ".p/" + width);
    }

    /**
     * Reads a path that begins with {@code tile/}.
     *
     * @throws Malformed if it is not one in its only spelling
     */
    public static TilePath parse(String path) {
        var matcher = PATH.matcher(path);
        if (!matcher.matches()) throw new Malformed("not the path of a tile: " + StrictText.shown(path));
        try {
            var level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
            var index = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
            var width = matcher.group(3);
            var tile = new TilePath(level, index, width == null ? FULL : Integer.parseInt(width));
            if (tile.path().equals(path)) return tile;
            throw new Malformed("not the only spelling of a tile's path: " + path);
        } catch (IllegalArgumentException e) {
            throw new Malformed("not the path of a tile: " + path, e);
        }
    }
}
