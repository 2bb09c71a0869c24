package org.liuhen.server.recordings.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;
import org.liuhen.server.recordings.media.MovieBoxes.Edit;
import org.liuhen.server.recordings.media.MovieBoxes.Movie;
import org.liuhen.server.recordings.media.MovieBoxes.Track;

/**
 * What the edit lists of a film leave out or move. Cameras write them too, to take away the delay of an encoder's first picture: what
 * is shorter than the threshold is none.
 */
final class EditLists {

    private static final Set<String> SHOWN = Set.of("vide", "soun");

    private EditLists() {}

    /** In the order of the tracks; places count as a player does. */
    static List<Sighting> sightings(Movie movie, Duration threshold) {
        return movie.tracks().stream().filter(track -> SHOWN.contains(track.handler()))
            .flatMap(track -> of(track, threshold).stream()).distinct().toList();
    }

    /** By how much the first track of pictures, else of sound, begins later than the file. */
    static Duration shift(Movie movie) {
        return SHOWN.stream().sorted(Comparator.reverseOrder()) // vide, soun
            .flatMap(handler -> movie.tracks().stream().filter(track -> track.handler().equals(handler))).findFirst()
            .map(track -> track.edits().stream().takeWhile(edit -> edit.from().isEmpty()).map(Edit::length)
                .reduce(Duration.ZERO, Duration::plus))
            .orElse(Duration.ZERO);
    }

    private static List<Sighting> of(Track track, Duration threshold) {
        var seen = new ArrayList<Sighting>();
        var shown = Duration.ZERO; // so far, as a player counts
        var used = Duration.ZERO; // of the media
        var first = true;
        for (var edit : track.edits()) {
            if (edit.from().isEmpty()) {
                add(seen, Sign.SHIFTED, shown, edit.length(), threshold);
                shown = shown.plus(edit.length());
                continue;
            }
            var from = edit.from().get();
            add(seen, first ? Sign.BEGINNING_LEFT_OUT : Sign.MIDDLE_LEFT_OUT, shown, from.minus(used).abs(), threshold);
            if (!edit.usualRate()) seen.add(Sighting.at(Sign.OTHER_RATE, shown, edit.length()));
            var length = lengthOf(edit, track);
            used = from.plus(length);
            shown = shown.plus(length);
            first = false;
        }
        if (!first && track.length().isPositive()) add(seen, Sign.END_LEFT_OUT, shown, track.length().minus(used), threshold);
        return seen;
    }

    private static Duration lengthOf(Edit edit, Track track) {
        if (!edit.length().isZero()) return edit.length();
        var rest = track.length().minus(edit.from().orElse(Duration.ZERO));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static void add(List<Sighting> seen, Sign sign, Duration at, Duration length, Duration threshold) {
        if (length.compareTo(threshold) >= 0) seen.add(Sighting.at(sign, at, length));
    }
}
