package org.liuhen.server.cases.paper;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/**
 * The agency's round seal as outlines: ring, name from left to right over the star, and a line under it. No font is needed to show
 * it. It is a picture; what proves is the signature behind it.
 */
final class SealPicture {

    /** The usual size of an agency's seal: 42 mm. */
    static final float DIAMETER = 42 * 72 / 25.4f;

    /** Longer names are cut in the picture; the certificate has the whole name. */
    static final int NAME_MAX = 40;

    private static final Color RED = new Color(204, 0, 0);
    private static final double CIRCLE = 0.5522847498; // control points of a quarter circle
    private static final double RING = 0.035;
    private static final double STAR = 0.30;
    private static final double STAR_WAIST = 0.381966; // inner to outer radius of a regular five-pointed star
    private static final double BASE_LINE = 0.65; // of the radius, where the name's characters stand
    private static final double HEIGHT = 0.24;
    private static final double MIDDLE = 0.80; // radius that the arc is measured at
    private static final double ARC_MAX = Math.toRadians(250);
    private static final double STEP_MAX = Math.toRadians(28);
    private static final double LINE_HEIGHT = 0.155;
    private static final double LINE_Y = -0.62;
    private static final double LINE_WIDTH_MAX = 1.15;

    private final PaperFonts fonts;
    private final PDPageContentStream content;
    private final double radius;

    private SealPicture(PaperFonts fonts, PDPageContentStream content, float diameter) {
        this.fonts = fonts;
        this.content = content;
        this.radius = diameter / 2.0;
    }

    /** Draws into a square with its lower left corner at 0, 0. */
    static void draw(PaperFonts fonts, PDPageContentStream content, float diameter, String name, Optional<String> line) throws IOException {
        var picture = new SealPicture(fonts, content, diameter);
        var over = new PDExtendedGraphicsState();
        over.setBlendMode(BlendMode.MULTIPLY); // the text under a seal stays readable
        content.setGraphicsStateParameters(over);
        content.setStrokingColor(RED);
        content.setNonStrokingColor(RED);
        picture.ring();
        picture.star();
        synchronized (fonts.lock) {
            picture.name(name.codePoints().limit(NAME_MAX).toArray());
            if (line.isPresent()) picture.line(line.get().codePoints().limit(NAME_MAX).toArray());
        }
    }

    private void ring() throws IOException {
        double r = radius * (1 - RING);
        double k = r * CIRCLE;
        content.setLineWidth((float) (radius * RING * 2));
        content.moveTo(x(r), x(0));
        curve(r, k, k, r, 0, r);
        curve(-k, r, -r, k, -r, 0);
        curve(-r, -k, -k, -r, 0, -r);
        curve(k, -r, r, -k, r, 0);
        content.closeAndStroke();
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) throws IOException {
        content.curveTo(x(x1), x(y1), x(x2), x(y2), x(x3), x(y3));
    }

    /** From the middle to the page; the same for x and y. */
    private float x(double fromMiddle) {
        return (float) (radius + fromMiddle);
    }

    private void star() throws IOException {
        for (int i = 0; i < 10; i++) {
            double r = radius * STAR * (i % 2 == 0 ? 1 : STAR_WAIST);
            double angle = Math.PI / 2 + i * Math.PI / 5;
            if (i == 0) content.moveTo(x(r * Math.cos(angle)), x(r * Math.sin(angle)));
            else content.lineTo(x(r * Math.cos(angle)), x(r * Math.sin(angle)));
        }
        content.closePath();
        content.fill();
    }

    private void name(int[] characters) throws IOException {
        if (characters.length == 0) return;
        double step = Math.min(STEP_MAX, ARC_MAX / characters.length);
        double width = Math.min(HEIGHT, step * MIDDLE * 0.95);
        for (int i = 0; i < characters.length; i++) {
            double angle = (characters.length - 1) / 2.0 * step - i * step; // from the top, to the left
            var place = AffineTransform.getTranslateInstance(radius, radius);
            place.rotate(angle);
            place.translate(-radius * width / 2, radius * BASE_LINE);
            place.scale(radius * width, radius * HEIGHT);
            glyph(characters[i], place);
        }
    }

    private void line(int[] characters) throws IOException {
        if (characters.length == 0) return;
        double width = Math.min(LINE_HEIGHT, LINE_WIDTH_MAX / characters.length);
        for (int i = 0; i < characters.length; i++) {
            var place = AffineTransform.getTranslateInstance(radius, radius);
            place.translate(radius * width * (i - characters.length / 2.0), radius * LINE_Y);
            place.scale(radius * width, radius * LINE_HEIGHT);
            glyph(characters[i], place);
        }
    }

    /** Fills the outline of a character whose em is the unit square; one that no face has becomes a box. */
    private void glyph(int character, AffineTransform place) throws IOException {
        for (var face : fonts.facesForSeal()) {
            int glyph = face.glyph(character);
            if (glyph == 0) continue;
            fill(face.font(), glyph, place);
            return;
        }
        var face = fonts.bold();
        fill(face.font(), face.glyph('□'), place);
    }

    private void fill(TrueTypeFont font, int glyph, AffineTransform place) throws IOException {
        var outline = font.getGlyph().getGlyph(glyph);
        if (outline == null) return; // a space
        double unit = 1.0 / font.getUnitsPerEm();
        var scaled = new AffineTransform(place);
        scaled.translate(0, 0.12); // characters hang 12 % of the em below the base line
        scaled.scale(unit, unit);
        var points = new double[6];
        double lastX = 0;
        double lastY = 0;
        for (var path = outline.getPath().getPathIterator(scaled); !path.isDone(); path.next()) {
            switch (path.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> content.moveTo((float) points[0], (float) points[1]);
                case PathIterator.SEG_LINETO -> content.lineTo((float) points[0], (float) points[1]);
                case PathIterator.SEG_QUADTO -> content.curveTo(
                    (float) (lastX + 2 * (points[0] - lastX) / 3), (float) (lastY + 2 * (points[1] - lastY) / 3),
                    (float) (points[2] + 2 * (points[0] - points[2]) / 3), (float) (points[3] + 2 * (points[1] - points[3]) / 3),
                    (float) points[2], (float) points[3]);
                case PathIterator.SEG_CUBICTO -> content.curveTo((float) points[0], (float) points[1], (float) points[2], (float) points[3],
                    (float) points[4], (float) points[5]);
                case PathIterator.SEG_CLOSE -> content.closePath();
                default -> throw new IOException("an outline with an unknown segment");
            }
            int end = switch (path.currentSegment(points)) {
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 4;
                default -> 0;
            };
            lastX = points[end];
            lastY = points[end + 1];
        }
        content.fill();
    }
}
