package org.liuhen.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A font with Chinese characters for captions: the one that is built in, else one of the system's. */
final class CaptionFont {

    private static final String BUILT_IN = "400Regular/ZCOOLXiaoWei_400Regular.ttf";

    private static final List<Path> OF_SYSTEM = List.of(
        Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
        Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
        Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
        Path.of("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc"),
        Path.of("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"));

    private CaptionFont() {}

    /** A file with the font, in {@code folder} where it is the built-in one; empty when there is none anywhere. */
    static Optional<Path> find(Path folder) throws IOException {
        try (var font = CaptionFont.class.getResourceAsStream(BUILT_IN)) {
            if (font == null) return OF_SYSTEM.stream().filter(Files::isReadable).findFirst();
            var file = folder.resolve("captions.ttf");
            Files.copy(font, file);
            return Optional.of(file);
        }
    }
}
