package dev.archnotes.site.markdown.math;

import java.util.regex.Pattern;

/** Temml's error messages in a form that fits a finding, which has its own way of showing the place. */
final class TemmlMessage {

    private static final Pattern PLACE = Pattern.compile("(?s)\\s+(?:at (?:position \\d+|end of input)): .*$");

    private TemmlMessage() {}

    /** {@code Unsupported function name: \nope} for {@code Unsupported function name: \nope at position 1: …}. */
    static String tidy(String message) {
        String tidy = PLACE.matcher(message.strip()).replaceFirst("").replaceAll("\\s+", " ");
        tidy = tidy.replace("'EOF'", "the end of the formula");
        return tidy.isEmpty()
                ? "the formula cannot be read"
                : Character.toLowerCase(tidy.charAt(0)) + tidy.substring(1);
    }
}
