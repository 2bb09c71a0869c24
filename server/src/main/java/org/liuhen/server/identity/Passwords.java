package org.liuhen.server.identity;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, 19 MiB and two passes. At most two at a time, so that a storm of sign-ins cannot take the memory of the server. */
@Component
class Passwords {

    static final int MIN_LENGTH = 10;
    static final int MAX_LENGTH = 256;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 16;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final Semaphore atOnce = new Semaphore(2, true);
    private final SecureRandom random = new SecureRandom();
    /** Compared with when there is no such account, so that the time of the answer does not tell. */
    private final String nobody = hash(oneTimeCode());

    /** The hash to keep, with its own salt and parameters. */
    final String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(argon2.encode(password));
        } finally {
            atOnce.release();
        }
    }

    /** Whether the password has this hash; takes the same time when there is no hash at all. */
    boolean matches(String password, @Nullable String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash == null ? nobody : hash) && hash != null;
        } finally {
            atOnce.release();
        }
    }

    /** Eighty random bits in letters that nobody confuses, in groups of four. */
    String oneTimeCode() {
        var code = new StringBuilder();
        for (var i = 0; i < CODE_LENGTH; i++) {
            if (i > 0 && i % 4 == 0) code.append('-');
            code.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }
}
