package org.liuhen.core.devices.numbers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which numbers of a camera's files never arrived. Claimed is only what lies between two files that did: what was before the first and
 * after the last nobody knows. In doubt nothing is claimed:
 *
 * <ul>
 *   <li>after the highest number (9999) comes 1, and no camera uses a number that ends in four zeros;
 *   <li>a number that comes again with another content, or one below all before, means that the counter was set back: what came before
 *       and what comes after are counted apart;
 *   <li>a number that one hand-in has in two folders means that each folder has a counter of its own; else folders do not matter;
 *   <li>names that never have a number in common and lie between each other share a counter ({@code IMG_0001.JPG},
 *       {@code MVI_0002.MOV}); else each has its own;
 *   <li>names with a time count the time, and names with a day count anew each day; fewer than three files count nothing.
 * </ul>
 */
public final class FileNumbers {

    private static final int FILES_MIN = 3;

    /** So near to its end, and then so near to its beginning, a counter went round; else it was set back. */
    private static final int NEAR = 100;

    private static final int ZEROS = 10_000;

    private FileNumbers() {}

    private record Numbered(ArrivedFile file, NumberedName name) {}

    /** A stretch in which the counter only went up; numbers go on beyond the highest. */
    private static final class Run {
        private final TreeMap<Long, Numbered> files = new TreeMap<>();
        private final TreeMap<Long, Set<Integer>> chapters = new TreeMap<>();
        private final Map<ArrivedFile, Long> places = new HashMap<>();
        private long round; // added to what a name says

        /** Where it stands in the run: a file from before the counter went round may come late. */
        long place(Numbered file) {
            var highest = file.name().highest();
            var number = file.name().number() + round;
            var late = !files.isEmpty() && number - files.lastKey() > highest / 2 && number - highest >= files.firstKey();
            return late ? number - highest : number;
        }

        void add(Numbered file) {
            var number = place(file);
            files.putIfAbsent(number, file);
            places.putIfAbsent(file.file(), number);
            chapters.computeIfAbsent(number, _ -> new HashSet<>()).add(file.name().chapter());
        }
    }

    /**
     * The series of a device's files; empty where their names count nothing.
     *
     * @param files hand-in by hand-in, oldest first
     */
    public static List<Series> of(List<ArrivedFile> files) {
        return counted(files).stream().flatMap(counted -> series(counted).stream()).sorted(Comparator.comparing(Series::pattern)).toList();
    }

    /**
     * What stands beside a file in the order of its counter; empty where its name counts nothing.
     *
     * @param files hand-in by hand-in, oldest first, the one among them
     */
    public static Optional<Beside> beside(List<ArrivedFile> files, ArrivedFile one) {
        return counted(files).stream().filter(counted -> counted.size() >= FILES_MIN)
                .filter(counted -> counted.stream().anyMatch(file -> file.file().equals(one)))
                .flatMap(counted -> runs(counted).stream()).filter(run -> run.places.containsKey(one)).findFirst().map(run -> beside(run, one));
    }

    private static Beside beside(Run run, ArrivedFile one) {
        var place = run.places.getOrDefault(one, 0L);
        var here = Objects.requireNonNull(run.files.floorEntry(place));
        var before = Optional.ofNullable(run.files.lowerEntry(place));
        var after = Optional.ofNullable(run.files.higherEntry(place));
        var missingBefore = new ArrayList<MissingNumbers>();
        var missingAfter = new ArrayList<MissingNumbers>();
        before.ifPresent(entry -> between(entry, here, missingBefore));
        after.ifPresent(entry -> between(here, entry, missingAfter));
        return new Beside(before.map(entry -> entry.getValue().file()), missingBefore.stream().findFirst(),
                after.map(entry -> entry.getValue().file()), missingAfter.stream().findFirst());
    }

    /** The files of each counter. */
    private static List<List<Numbered>> counted(List<ArrivedFile> files) {
        var byPattern = new LinkedHashMap<String, List<Numbered>>();
        for (var file : files) {
            NumberedName.of(file.path()).ifPresent(name ->
                    byPattern.computeIfAbsent(name.pattern(), _ -> new ArrayList<>()).add(new Numbered(file, name)));
        }
        return byFolder(sharing(byPattern));
    }

    /** Joins the names that share a counter. */
    private static List<List<Numbered>> sharing(Map<String, List<Numbered>> byPattern) {
        var counters = new ArrayList<List<Numbered>>();
        for (var one : byPattern.values()) {
            var shared = counters.stream().filter(counted -> share(counted, one)).findFirst();
            if (shared.isPresent()) shared.get().addAll(one);
            else counters.add(new ArrayList<>(one));
        }
        return counters;
    }

    private static boolean share(List<Numbered> left, List<Numbered> right) {
        var first = numbers(left);
        var second = numbers(right);
        var between = first.firstKey() < second.lastKey() && second.firstKey() < first.lastKey();
        return left.getFirst().name().width() == right.getFirst().name().width() && between
                && first.keySet().stream().noneMatch(second::containsKey);
    }

    private static NavigableMap<Long, Numbered> numbers(List<Numbered> files) {
        var numbers = new TreeMap<Long, Numbered>();
        files.forEach(file -> numbers.putIfAbsent(file.name().number(), file));
        return numbers;
    }

    /** Parts what has a counter in each folder. */
    private static List<List<Numbered>> byFolder(List<List<Numbered>> counters) {
        return counters.stream().flatMap(counted -> inFolders(counted)
                ? counted.stream().collect(Collectors.groupingBy(FileNumbers::folder, TreeMap::new, Collectors.toList())).values().stream()
                : List.of(counted).stream()).toList();
    }

    private static boolean inFolders(List<Numbered> counted) {
        var seen = new HashMap<String, Numbered>();
        for (var file : counted) {
            var name = file.name();
            var key = file.file().handIn() + "\n" + name.pattern() + "\n" + name.number() + "\n" + name.chapter();
            var other = seen.putIfAbsent(key, file);
            if (other != null && !folder(other).equals(folder(file)) && !other.file().content().equals(file.file().content())) return true;
        }
        return false;
    }

    private static String folder(Numbered file) {
        var path = file.file().path();
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static Optional<Series> series(List<Numbered> counted) {
        if (counted.size() < FILES_MIN) return Optional.empty();
        var runs = runs(counted);
        var missing = runs.stream().flatMap(run -> missing(run).stream()).toList();
        var pattern = counted.stream().map(file -> file.name().pattern()).distinct().sorted().collect(Collectors.joining(", "));
        var first = runs.getFirst().files.firstEntry().getValue();
        var last = runs.getLast().files.lastEntry().getValue();
        return Optional.of(new Series(pattern, first.name().spelled(first.name().number()), last.name().spelled(last.name().number()),
                counted.stream().map(file -> file.file().content()).distinct().count(), missing));
    }

    private static List<Run> runs(List<Numbered> counted) {
        var byHandIn = counted.stream().collect(Collectors.groupingBy(file -> file.file().handIn(), LinkedHashMap::new, Collectors.toList()));
        var runs = new ArrayList<Run>();
        var run = new Run();
        for (var handIn : byHandIn.values()) {
            var ordered = inOrder(handIn);
            if (!run.files.isEmpty() && isSetBack(run, ordered)) {
                runs.add(run);
                run = new Run();
            }
            add(run, ordered);
        }
        runs.add(run);
        return runs;
    }

    /** In the order of the counter: where it went round within the hand-in, the low numbers come last. */
    private static List<Numbered> inOrder(List<Numbered> handIn) {
        var ordered = handIn.stream().sorted(Comparator.comparingLong(file -> file.name().number())).toList();
        if (!isAtTheEnd(ordered.getLast().name()) || !isAtTheBeginning(ordered.getFirst().name())) return ordered;
        var widest = 0L;
        var cut = 0;
        for (var i = 1; i < ordered.size(); i++) {
            var step = ordered.get(i).name().number() - ordered.get(i - 1).name().number();
            if (step > widest) {
                widest = step;
                cut = i;
            }
        }
        if (widest <= ordered.getFirst().name().highest() / 2) return ordered; // a card with all numbers
        var round = new ArrayList<>(ordered.subList(cut, ordered.size()));
        round.addAll(ordered.subList(0, cut));
        return round;
    }

    private static boolean isAtTheEnd(NumberedName name) {
        return name.number() > name.highest() - NEAR;
    }

    private static boolean isAtTheBeginning(NumberedName name) {
        return name.number() <= NEAR;
    }

    private static boolean isSetBack(Run run, List<Numbered> next) {
        var first = next.getFirst();
        var goesRound = isAtTheEnd(run.files.lastEntry().getValue().name()) && isAtTheBeginning(first.name());
        if (goesRound) {
            run.round += first.name().highest();
            return false;
        }
        var number = first.name().number() + run.round;
        if (number < run.files.firstKey()) return true;
        return next.stream().anyMatch(file -> {
            var before = run.files.get(run.place(file));
            return before != null && before.name().pattern().equals(file.name().pattern()) && before.name().chapter() == file.name().chapter()
                    && extension(before).equals(extension(file)) && !before.file().content().equals(file.file().content());
        });
    }

    private static String extension(Numbered file) {
        var path = file.file().path();
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static void add(Run run, List<Numbered> ordered) {
        var last = 0L;
        for (var file : ordered) {
            var number = file.name().number();
            if (number < last) run.round += file.name().highest();
            last = number;
            run.add(file);
        }
    }

    private static List<MissingNumbers> missing(Run run) {
        var missing = new ArrayList<MissingNumbers>();
        for (var entry : run.files.entrySet()) {
            var before = run.files.lowerEntry(entry.getKey());
            if (before != null) between(before, entry, missing);
            chapters(entry, run.chapters.getOrDefault(entry.getKey(), Set.of()), missing);
        }
        return missing;
    }

    private static void between(Map.Entry<Long, Numbered> before, Map.Entry<Long, Numbered> after, List<MissingNumbers> missing) {
        var name = before.getValue().name();
        var from = before.getKey() + 1;
        var to = after.getKey() - 1;
        if (name.width() >= 4 && isUnused(from, name)) from++;
        if (name.width() >= 4 && isUnused(to, name)) to--;
        if (from > to) return;
        missing.add(new MissingNumbers(name.spelled(said(from, name)), name.spelled(said(to, name)), to - from + 1,
                before.getValue().file().path(), after.getValue().file().path()));
    }

    /** What stands in a name, of a number that went on beyond the highest. */
    private static long said(long number, NumberedName name) {
        return (number - 1) % name.highest() + 1;
    }

    private static boolean isUnused(long number, NumberedName name) {
        return said(number, name) % ZEROS == 0;
    }

    /** A recording has all chapters up to its last one. */
    private static void chapters(Map.Entry<Long, Numbered> entry, Set<Integer> arrived, List<MissingNumbers> missing) {
        var last = arrived.stream().mapToInt(chapter -> chapter).max().orElse(0);
        var name = entry.getValue().name();
        for (var chapter = name.pattern().contains("?") ? 1 : 0; chapter < last; chapter++) {
            if (arrived.contains(chapter)) continue;
            var spelled = name.spelled(name.number(), chapter);
            missing.add(new MissingNumbers(spelled, spelled, 1, entry.getValue().file().path(), entry.getValue().file().path()));
        }
    }
}
