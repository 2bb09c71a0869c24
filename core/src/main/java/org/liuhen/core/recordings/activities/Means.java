package org.liuhen.core.recordings.activities;

import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.recordings.MediaKind;

/** By what an act is recorded (记录方式): the words of the items list. */
public enum Means {
    TEXT("text"),
    /** 复印、复制: a means of its own in the list (SQ-L-4). */
    COPY("copy"),
    PHOTO("photo"),
    AUDIO("audio"),
    VIDEO("video");

    private final String word;

    Means(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }

    /** The means of that word. */
    public static Optional<Means> of(String word) {
        return Stream.of(values()).filter(means -> means.word.equals(word)).findFirst();
    }

    /** What a file of that kind shows; a video with sound shows sound too, which its streams tell, not its kind. */
    static Optional<Means> of(MediaKind kind) {
        return switch (kind) {
            case VIDEO -> Optional.of(VIDEO);
            case AUDIO -> Optional.of(AUDIO);
            case PHOTO -> Optional.of(PHOTO);
            case OTHER -> Optional.empty();
        };
    }
}
