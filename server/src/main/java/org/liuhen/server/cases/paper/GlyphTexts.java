package org.liuhen.server.cases.paper;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Says in the file which text each glyph stands for. Several characters share a glyph (一 U+4E00 and the radical U+2F00); PDFBox
 * takes the lowest, and a search for 一 finds nothing. Here the glyph stands for the character that the paper really has.
 */
final class GlyphTexts {

    private static final int BLOCK = 100;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final PaperFonts fonts;
    private final SortedSet<Integer> printed;

    GlyphTexts(PaperFonts fonts, SortedSet<Integer> printed) {
        this.fonts = fonts;
        this.printed = printed;
    }

    void write(PDDocument file) throws IOException {
        var done = new ArrayList<COSDictionary>();
        for (var page : file.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                if (done.contains(font.getCOSObject())) continue;
                done.add(font.getCOSObject());
                for (var face : fonts.faces()) {
                    if (!font.getName().endsWith("+" + face.postScriptName())) continue;
                    var stream = new PDStream(file);
                    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                        out.write(map(texts(face)).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    }
                    font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
                }
            }
        }
    }

    /** When the paper has both of a pair, the radical or compatibility form yields. */
    private SortedMap<Integer, Integer> texts(PaperFonts.Face face) {
        var texts = new TreeMap<Integer, Integer>();
        for (int ascii = ' '; ascii < 0x7F; ascii++) texts.put(face.glyph(ascii), ascii);
        for (int point : printed) {
            texts.merge(face.glyph(point), point, (there, fresh) -> isCompatibility(fresh) ? there : fresh);
        }
        texts.remove(0);
        return texts;
    }

    private static boolean isCompatibility(int point) {
        return (point >= 0x2E80 && point <= 0x2FDF) || (point >= 0xF900 && point <= 0xFAFF) || point == 0xA0;
    }

    private static String map(SortedMap<Integer, Integer> texts) {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
        var entries = new ArrayList<>(texts.entrySet());
        for (int from = 0; from < entries.size(); from += BLOCK) {
            var block = entries.subList(from, Math.min(from + BLOCK, entries.size()));
            map.append(block.size()).append(" beginbfchar\n");
            for (var entry : block) {
                map.append('<').append(HEX.toHexDigits(entry.getKey().shortValue())).append("> <")
                    .append(HEX.formatHex(Character.toString(entry.getValue()).getBytes(UTF_16BE))).append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }
}
