package dev.archnotes.site.figure;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does a style of a drawing load anything? Comments and strings are looked at like the rest: telling them apart as
 * every browser does is what an attacker would count on.
 */
final class StyleCheck {
    /** What ends a name, read backward from the bracket of a function. */
    private static final String NO_NAME = " \t\n\r\f(){}[],;:'\"+*/!>~=";

    private static final Set<String> FUNCTIONS = Set.of(
            "",
            "matrix",
            "matrix3d",
            "translate",
            "translatex",
            "translatey",
            "translate3d",
            "scale",
            "scalex",
            "scaley",
            "rotate",
            "skewx",
            "skewy",
            "rgb",
            "rgba",
            "hsl",
            "hsla",
            "hwb",
            "lab",
            "lch",
            "oklab",
            "oklch",
            "color-mix",
            "light-dark",
            "calc",
            "min",
            "max",
            "clamp",
            "var",
            "blur",
            "brightness",
            "contrast",
            "drop-shadow",
            "grayscale",
            "hue-rotate",
            "invert",
            "opacity",
            "saturate",
            "sepia",
            "cubic-bezier",
            "not",
            "is",
            "where",
            "nth-child",
            "nth-of-type",
            "polygon",
            "circle",
            "ellipse",
            "inset",
            "path",
            "@media",
            "rect");

    /** A part of the drawing itself, or a font within the file. */
    private static final Pattern OWN = Pattern.compile(
            "\\(\\s*(['\"]?)(?:#[^'\"()\\s\\\\]+|data:(?:font/|application/(?:x-)?font-)[a-z0-9;=/+-]+,[a-z0-9+/=]*)"
                    + "\\1\\s*\\)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_RULE = Pattern.compile("@([^\\s{;(\"']*)");
    private static final Set<String> AT_RULES = Set.of("media", "font-face");

    private StyleCheck() {}

    /**
     * What is wrong with a style.
     *
     * @param message as a finding says it
     * @param index where in the style it stands
     */
    record Problem(String message, int index) {}

    static Optional<Problem> of(String style) {
        int escape = style.indexOf('\\');
        if (escape >= 0) {
            return Optional.of(
                    new Problem("a style must not hold a backslash, which can disguise what it loads", escape));
        }
        Matcher rule = AT_RULE.matcher(style);
        while (rule.find()) {
            if (!AT_RULES.contains(lower(rule.group(1)))) {
                return Optional.of(new Problem("a style must not hold @" + rule.group(1), rule.start()));
            }
        }
        for (int bracket = style.indexOf('('); bracket >= 0; bracket = style.indexOf('(', bracket + 1)) {
            int start = bracket;
            while (start > 0 && NO_NAME.indexOf(style.charAt(start - 1)) < 0) {
                start--;
            }
            String name = style.substring(start, bracket);
            if (lower(name).equals("url")) {
                if (!OWN.matcher(style).region(bracket, style.length()).lookingAt()) {
                    return Optional.of(new Problem("a style must not load anything", start));
                }
            } else if (!FUNCTIONS.contains(lower(name))) {
                return Optional.of(new Problem("a style must not hold the function " + name + "(", start));
            }
        }
        return Optional.empty();
    }

    /** As CSS does: letters of ASCII alone, so that no other letter becomes one of them. */
    private static String lower(String name) {
        StringBuilder lower = new StringBuilder();
        name.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }
}
