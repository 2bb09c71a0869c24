package org.liuhen.cli.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liuhen.core.law.ArticleId;
import org.liuhen.formats.law.Regulation;
import org.liuhen.formats.law.RegulationText;

/** Writes the fingerprints of an official text into the register's files, and nothing else in them. */
final class Fingerprints {

    private static final Pattern ID = Pattern.compile("  - id: (\\S+)");
    private static final Pattern FINGERPRINT = Pattern.compile("    fingerprint: .*");

    private Fingerprints() {}

    /**
     * Rewrites each file whole. An article that the text does not have keeps its fingerprint.
     *
     * @param folder law/articles
     */
    static void write(Path folder, List<Regulation> regulations, RegulationText text) throws IOException {
        for (var regulation : regulations) {
            var file = folder.resolve(regulation.text() + ".yaml");
            var lines = Files.readAllLines(file, UTF_8);
            Optional<String> found = Optional.empty();
            for (var i = 0; i < lines.size(); i++) {
                var id = ID.matcher(lines.get(i));
                if (id.matches()) found = text.fingerprint(new ArticleId(id.group(1)));
                if (found.isPresent() && FINGERPRINT.matcher(lines.get(i)).matches()) {
                    lines.set(i, "    fingerprint: \"" + found.get() + "\"");
                }
            }
            Files.writeString(file, lines.stream().map(line -> line + "\n").collect(Collectors.joining()), UTF_8);
        }
    }
}
