package dev.archnotes.site.markdown.math;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rendered formula may hold: elements of MathML that draw, attributes that say how, and no length that would
 * cover the page. Temml is asked for nothing else; that it gives nothing else is looked at here, since a page prints
 * what it gives as it is.
 */
final class MathMlCheck {
    private static final Set<String> ELEMENTS = Set.of(
            "math",
            "menclose",
            "mfrac",
            "mi",
            "mmultiscripts",
            "mn",
            "mo",
            "mover",
            "mpadded",
            "mphantom",
            "mprescripts",
            "mroot",
            "mrow",
            "ms",
            "mspace",
            "msqrt",
            "mstyle",
            "msub",
            "msubsup",
            "msup",
            "mtable",
            "mtd",
            "mtext",
            "mtr",
            "munder",
            "munderover",
            "none");

    private static final Set<String> WORDS = Set.of(
            "accent",
            "accentunder",
            "class",
            "columnalign",
            "columnlines",
            "columnspan",
            "display",
            "displaystyle",
            "fence",
            "form",
            "largeop",
            "mathbackground",
            "mathcolor",
            "mathvariant",
            "movablelimits",
            "notation",
            "rowlines",
            "rowspan",
            "scriptlevel",
            "separator",
            "stretchy",
            "symmetric");

    private static final Set<String> LENGTHS = Set.of(
            "columnspacing",
            "depth",
            "height",
            "linethickness",
            "lspace",
            "maxsize",
            "minsize",
            "rowspacing",
            "rspace",
            "voffset",
            "width");

    /** A line of text is about as long. */
    private static final int LONGEST = 40;

    /** The size of each unit in em, about. */
    private static final Map<String, Double> UNITS = Map.of(
            "", 1.0, "em", 1.0, "ex", 0.5, "pt", 0.1, "pc", 1.2, "px", 0.0625, "mm", 0.24, "cm", 2.4, "in", 6.0, "%",
            0.4);

    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s<>/]*)([^<>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=\"'<>/]+)=(?:\"([^\"<>]*)\"|'([^'<>]*)')");
    private static final Pattern LENGTH = Pattern.compile("[+-]?(\\d{1,20}(?:\\.\\d*)?|\\.\\d+)([a-z%]*)");

    private MathMlCheck() {}

    /** Why a formula is not printed; empty where it may be. */
    static Optional<String> fault(String mathml) {
        Matcher tag = TAG.matcher(mathml);
        while (tag.find()) {
            if (!ELEMENTS.contains(tag.group(2))) {
                return Optional.of("the formula needs <" + tag.group(2) + ">, which is more than mathematics");
            }
            Optional<String> fault = attributes(tag.group(3));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> attributes(String text) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        int end = 0;
        while (attribute.lookingAt()) {
            String name = attribute.group(1);
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            if (LENGTHS.contains(name)) {
                if (isBeyond(value)) {
                    return Optional.of(
                            "the formula has a length of " + value + ", at most " + LONGEST + "em are drawn");
                }
            } else if (!WORDS.contains(name)) {
                return Optional.of("the formula needs the attribute " + name + ", which is more than mathematics");
            }
            end = attribute.end();
            attribute.region(end, text.length());
        }
        return text.substring(end).isBlank()
                ? Optional.empty()
                : Optional.of("the formula gives <…" + text.substring(end) + ">, which is no MathML");
    }

    private static boolean isBeyond(String value) {
        for (String part : value.strip().split("\\s+")) {
            Matcher length = LENGTH.matcher(part);
            if (!length.matches()
                    || !UNITS.containsKey(length.group(2))
                    || Double.parseDouble(length.group(1)) * UNITS.get(length.group(2)) > LONGEST) {
                return true;
            }
        }
        return false;
    }
}
