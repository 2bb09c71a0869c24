package org.liuhen.server.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.formats.notes.Signer;
import org.liuhen.formats.notes.VerifierKey.Algorithm;
import org.liuhen.server.folder.DurableFiles;

/**
 * The private keys of one log, in a folder that only the owner can read: {@code ed25519.key}, {@code sm2.key}; during a
 * rotation also {@code next-ed25519.key}, {@code next-sm2.key} and {@code rotation}, which holds the id of the command that
 * adopts them.
 */
record LedgerKeys(Path folder) {

    private static final List<Algorithm> ALGORITHMS = List.of(Algorithm.ED25519, Algorithm.SM2);
    private static final String NEXT = "next-";

    boolean exist() {
        return ALGORITHMS.stream().allMatch(algorithm -> Files.exists(file("", algorithm)));
    }

    /** Makes the first keys. */
    void create(String origin) throws IOException {
        DurableFiles.createSecretFolder(folder);
        generate("", origin);
    }

    /** The keys that sign now. */
    List<Signer> current() throws IOException {
        return load("");
    }

    /** The command that adopts the next keys, while a rotation is under way. */
    Optional<UUID> rotation() throws IOException {
        var file = folder.resolve("rotation");
        return Files.exists(file) ? Optional.of(UUID.fromString(Files.readString(file))) : Optional.empty();
    }

    /** Begins a rotation, or goes on with one that was begun. */
    UUID beginRotation(String origin) throws IOException {
        var begun = rotation();
        if (begun.isPresent()) return begun.get();
        generate(NEXT, origin);
        var command = UUID.randomUUID();
        DurableFiles.writeSecret(folder.resolve("rotation"), command.toString().getBytes(StandardCharsets.US_ASCII));
        return command;
    }

    /** The keys of the rotation under way. */
    List<Signer> next() throws IOException {
        return load(NEXT);
    }

    /** The next keys take the place of the current ones, which are gone. May be repeated after a crash. */
    void endRotation() throws IOException {
        for (var algorithm : ALGORITHMS) {
            var next = file(NEXT, algorithm);
            if (Files.exists(next)) Files.move(next, file("", algorithm), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        DurableFiles.syncFolder(folder);
        Files.deleteIfExists(folder.resolve("rotation"));
        DurableFiles.syncFolder(folder);
    }

    private void generate(String prefix, String origin) throws IOException {
        var random = new SecureRandom();
        for (var algorithm : ALGORITHMS) {
            var signer = Signer.generate(origin, algorithm, random);
            DurableFiles.writeSecret(file(prefix, algorithm), (signer.write() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private List<Signer> load(String prefix) throws IOException {
        var signers = new ArrayList<Signer>();
        for (var algorithm : ALGORITHMS) {
            // a rotation that a crash cut short
            var file = Files.exists(file(prefix, algorithm)) ? file(prefix, algorithm) : file("", algorithm);
            signers.add(Signer.read(Files.readString(file).strip()));
        }
        return signers;
    }

    private Path file(String prefix, Algorithm algorithm) {
        return folder.resolve(prefix + switch (algorithm) {
            case ED25519 -> "ed25519.key";
            case SM2 -> "sm2.key";
        });
    }
}
