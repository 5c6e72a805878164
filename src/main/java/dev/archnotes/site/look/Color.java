package dev.archnotes.site.look;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A color of a screen.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 */
public record Color(int red, int green, int blue) {
    private static final Pattern HEXADECIMAL = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    /** A color as a style sheet writes it in hexadecimal digits: {@code #9a2a1b} or {@code #92b}. */
    public static Optional<Color> of(String text) {
        Matcher matcher = HEXADECIMAL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        int all = Integer.parseInt(digits, 16);
        return Optional.of(
                digits.length() == 6
                        ? new Color(all >> 16, all >> 8 & 255, all & 255)
                        : new Color((all >> 8) * 17, (all >> 4 & 15) * 17, (all & 15) * 17));
    }

    static Color hexadecimal(String text) {
        return of(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** As a style sheet writes it. */
    public String text() {
        return String.format("#%02x%02x%02x", red, green, blue);
    }

    /**
     * How well one can be read on the other: from 1 for the same color to 21 for black on white, as the Web Content
     * Accessibility Guidelines define it.
     */
    public double contrast(Color other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** A part of the way to another color. */
    Color toward(Color other, double part) {
        return new Color(
                between(red, other.red, part), between(green, other.green, part), between(blue, other.blue, part));
    }

    private static int between(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}
