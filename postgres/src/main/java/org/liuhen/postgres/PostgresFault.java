package org.liuhen.postgres;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The server in the data folder could not be prepared, started or stopped. Says so in Chinese and English, and what to do
 * next.
 */
public class PostgresFault extends IOException {

    private final String chinese;
    private final String english;

    PostgresFault(String chinese, String english) {
        this(chinese, english, null);
    }

    PostgresFault(String chinese, String english, @Nullable Throwable cause) {
        super(chinese + "\n" + english, cause);
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
