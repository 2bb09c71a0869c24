package org.liuhen.server.demo;

import java.io.IOException;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** A file of the demo that tells, step by step, what people do. */
record StoryFile(YamlObject fields) {

    private static final int BYTES_MAX = 200_000;

    /** Something done for each step. */
    interface Step {
        void play(YamlObject step) throws IOException, InterruptedException;
    }

    /** The story in these bytes. */
    static StoryFile parse(byte[] yaml) {
        return new StoryFile(YamlValue.parse(yaml, BYTES_MAX).object());
    }

    /** One that is shipped. @throws IllegalArgumentException if none is called that */
    static byte[] shipped(String path) throws IOException {
        try (var in = StoryFile.class.getResourceAsStream("/demo/" + path + ".yaml")) {
            if (in == null) throw new IllegalArgumentException("no such story: " + path);
            return in.readAllBytes();
        }
    }

    /** Plays all steps in order. @throws IOException with the step's line in front, where a step cannot be done */
    void play(Step all) throws IOException, InterruptedException {
        fields.maybe("story"); // for the reader
        for (var step : fields.list("steps")) {
            try {
                all.play(step.object());
            } catch (IOException e) {
                throw new IOException("第 " + step.line() + " 行 / line " + step.line() + ": " + e.getMessage(), e);
            }
        }
        fields.end();
    }
}
