package dev.archnotes.site.files.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A face of the outlines that the build prepared. A character that it lacks is taken from another face, or is an empty
 * box.
 */
final class Typeface {
    private static final Glyph ABSENT = new Glyph(600, "M60 0H540V660H60zM110 50V610H490V50z");

    /**
     * A character.
     *
     * @param advance its width in thousandths of the font size
     * @param path its outline in the same unit, y upward; empty for a space
     */
    private record Glyph(int advance, String path) {}

    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final Map<Long, Integer> kerning = new HashMap<>();
    private Typeface others = this;

    private Typeface() {}

    /** The faces of a file of outlines, by name; {@code symbols} helps all others out. */
    static Map<String, Typeface> read(String outlines) {
        Map<String, Typeface> faces = new HashMap<>();
        Typeface face = new Typeface();
        int start = 0;
        for (int end = outlines.indexOf('\n'); end >= 0; end = outlines.indexOf('\n', start)) {
            String line = outlines.substring(start, end);
            start = end + 1;
            if (line.startsWith("face ")) {
                face = new Typeface();
                faces.put(line.substring(5), face);
            } else if (line.startsWith("kern ")) {
                String[] parts = line.split(" ");
                face.kerning.put(
                        pair(Integer.parseInt(parts[1], 16), Integer.parseInt(parts[2], 16)),
                        Integer.parseInt(parts[3]));
            } else {
                int first = line.indexOf(' ');
                int second = line.indexOf(' ', first + 1);
                int advance = Integer.parseInt(line.substring(first + 1, second < 0 ? line.length() : second));
                face.glyphs.put(
                        Integer.parseInt(line.substring(0, first), 16),
                        new Glyph(advance, second < 0 ? "" : line.substring(second + 1)));
            }
        }
        faces.values().forEach(each -> each.others = faces.getOrDefault("symbols", each));
        return faces;
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | second;
    }

    private Glyph glyph(int character) {
        Glyph own = glyphs.get(character);
        return own != null ? own : others.glyphs.getOrDefault(character, ABSENT);
    }

    /** The width of a line. */
    double width(String text, double size) {
        return set(text, size, Ink.INK, 0, 0, null);
    }

    /** Sets a line; its right end. */
    double set(String text, double size, Ink ink, double x, double baseline, @Nullable List<Shape> shapes) {
        double scale = size / 1000;
        double at = x;
        int before = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            Glyph glyph = glyph(character);
            at += kerning.getOrDefault(pair(before, character), 0) * scale;
            if (shapes != null && !glyph.path().isEmpty()) {
                shapes.add(new Shape(ink, glyph.path(), at, baseline, scale, -scale));
            }
            at += glyph.advance() * scale;
            before = character;
        }
        return at;
    }
}
