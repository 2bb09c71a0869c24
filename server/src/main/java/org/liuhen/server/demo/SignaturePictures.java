package org.liuhen.server.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Strokes that look like somebody's signature on a pad, always the same for the same name. */
final class SignaturePictures {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 120;
    private static final int STROKES = 7;

    private SignaturePictures() {}

    /** A PNG. */
    static byte[] of(String name) throws IOException {
        var chance = new Random(name.hashCode());
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(new Color(0x1A1A40));
        for (var i = 0; i < STROKES; i++) {
            var left = 20 + i * (WIDTH - 80) / STROKES;
            var line = new Path2D.Double();
            line.moveTo(left, 20 + chance.nextInt(HEIGHT - 40));
            line.curveTo(left + chance.nextInt(60), chance.nextInt(HEIGHT), left + chance.nextInt(60), chance.nextInt(HEIGHT),
                    left + 20 + chance.nextInt(50), 20 + chance.nextInt(HEIGHT - 40));
            pen.draw(line);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
