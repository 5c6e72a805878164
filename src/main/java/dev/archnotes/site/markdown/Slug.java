package dev.archnotes.site.markdown;

import java.util.Locale;

/** The two rules by which words become an id. */
public final class Slug {
    private Slug() {}

    /**
     * The id of a heading as GitHub makes it, so that a link to it works in a code browser too:
     * {@code rope_theta--a-base} for {@code `rope_theta` – a base}. Letters, marks, digits, connectors such as the
     * underscore, and hyphens stay, a space becomes a hyphen, all else is left out.
     */
    static String ofHeading(String text) {
        StringBuilder slug = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (c == ' ') {
                slug.append('-');
            } else if (c == '-' || isOfWord(c)) {
                slug.appendCodePoint(c);
            }
        });
        return slug.toString();
    }

    /**
     * Letters and digits, words joined by one hyphen: {@code why-a-latent} for {@code Why a latent?}. So footnotes are
     * named, and so headings were in the first edition of the site.
     */
    public static String ofWords(String text) {
        StringBuilder slug = new StringBuilder();
        boolean pending = false;
        for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            if (Character.isLetterOrDigit(c)) {
                slug.append(pending && slug.length() > 0 ? "-" : "").appendCodePoint(c);
                pending = false;
            } else if (Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.DASH_PUNCTUATION) {
                pending = true;
            }
        }
        return slug.toString();
    }

    private static boolean isOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> Character.isAlphabetic(c);
        };
    }
}
