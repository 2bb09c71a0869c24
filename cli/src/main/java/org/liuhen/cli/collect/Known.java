package org.liuhen.cli.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.cli.collect.Note.Sight;
import org.liuhen.formats.ledger.Origin;

/** What the notes of a notebook say altogether. A store is known by its log's origin, wherever it answers. Safe for threads. */
final class Known {

    /** A file of a device, as the store with this log knows it. The same path with another size or time is another file. */
    private record Key(String origin, String device, Sight file) {}

    private final Map<UUID, Note.HandIn> handIns = new LinkedHashMap<>();
    private final Map<UUID, Note.HandIn> open = new LinkedHashMap<>();
    private final Map<Key, Note.Sending> sending = new HashMap<>();
    private final Map<Key, Note.Sealed> sealed = new HashMap<>();
    private final Map<Key, Note.Stored> stored = new LinkedHashMap<>();
    private final Map<String, Note.Pinned> pinned = new HashMap<>(); // by origin
    private final Map<String, Map<String, String>> met = new HashMap<>(); // address → agency → origin

    synchronized void take(Note note) {
        switch (note) {
            case Note.HandIn n -> {
                handIns.put(n.id(), n);
                open.put(n.id(), n);
            }
            case Note.Sending n -> sending.put(key(n.handIn(), n.file()), n);
            case Note.Sealed n -> sealed.put(key(n.handIn(), n.file()), n);
            case Note.Stored n -> {
                var key = key(n.handIn(), n.file());
                stored.put(key, n);
                sending.remove(key);
                sealed.remove(key);
            }
            case Note.Balanced n -> {
                if (n.balanced()) open.remove(n.handIn());
            }
            case Note.Superseded n -> open.remove(n.handIn());
            case Note.Pinned n -> {
                pinned.put(n.origin(), n);
                met.computeIfAbsent(n.server(), _ -> new HashMap<>()).put(agencyOf(n.origin()), n.origin());
            }
            case Note.Clearing _ -> {} // the store knows; the file may still be there
            case Note.Cleared n -> stored.values().removeIf(s -> s.recording().equals(n.recording()));
        }
    }

    private Key key(UUID handIn, Sight file) {
        var opened = handIns.get(handIn);
        if (opened == null) throw new IllegalStateException("a note of a hand-in that was never opened: " + handIn);
        return new Key(opened.origin().orElse(opened.server()), opened.device(), file);
    }

    /** The hand-ins of this source to the log that have not balanced, in their order; one of which only the address was noted counts by that. */
    synchronized List<Note.HandIn> open(String origin, String server, String device, String source) {
        return open.values().stream()
                .filter(n -> n.origin().map(origin::equals).orElse(n.server().equals(server)))
                .filter(n -> n.device().equals(device) && n.source().equals(source))
                .toList();
    }

    /** The files of the hand-in that a store may have, though no receipt of theirs was checked. */
    synchronized List<Sight> begun(UUID handIn) {
        return sending.values().stream().filter(n -> n.handIn().equals(handIn)).map(Note.Sending::file).toList();
    }

    synchronized Optional<Note.Sending> sending(UUID handIn, Sight file) {
        return Optional.ofNullable(sending.get(key(handIn, file))).filter(n -> n.handIn().equals(handIn));
    }

    synchronized Optional<Note.Sealed> sealed(UUID handIn, Sight file) {
        return Optional.ofNullable(sealed.get(key(handIn, file))).filter(n -> n.handIn().equals(handIn));
    }

    synchronized Optional<Note.Stored> stored(String origin, String device, Sight file) {
        return Optional.ofNullable(stored.get(new Key(origin, device, file)));
    }

    /** Which of the files the device's memory shows that the store has, oldest first. */
    synchronized List<Note.Stored> stored(String origin, String device, List<Sight> files) {
        return files.stream().flatMap(file -> stored(origin, device, file).stream()).sorted(Comparator.comparingLong(Note.Stored::leafIndex)).toList();
    }

    synchronized boolean isStored(String device, Sight file) {
        return pinned.keySet().stream().anyMatch(origin -> stored.containsKey(new Key(origin, device, file)));
    }

    /** Every stored file that looked like this, whatever its device and store. */
    synchronized List<Note.Stored> stored(Sight file) {
        var found = new ArrayList<Note.Stored>();
        stored.forEach((key, note) -> {
            if (key.file.equals(file)) found.add(note);
        });
        return List.copyOf(found);
    }

    synchronized Note.HandIn handIn(UUID id) {
        var handIn = handIns.get(id);
        if (handIn == null) throw new IllegalStateException("no such hand-in: " + id);
        return handIn;
    }

    /** The keys pinned for the log, oldest first. */
    synchronized List<String> pinned(String origin) {
        return Optional.ofNullable(pinned.get(origin)).map(Note.Pinned::vkeys).orElse(List.of());
    }

    /** Where the log was met last. */
    synchronized Optional<String> address(String origin) {
        return Optional.ofNullable(pinned.get(origin)).map(Note.Pinned::server);
    }

    /** The log of the same agency as this one that was last met at the address. */
    synchronized Optional<String> metAt(String server, String origin) {
        return Optional.ofNullable(met.getOrDefault(server, Map.of()).get(agencyOf(origin)));
    }

    private static String agencyOf(String origin) {
        return Origin.find(origin).map(Origin::agency).orElse(origin);
    }
}
