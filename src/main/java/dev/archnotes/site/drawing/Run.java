package dev.archnotes.site.drawing;

/**
 * A piece of a line of text; one that prints a number says which fact it is.
 *
 * @param text what is printed
 * @param fact {@code variant-id/path}, or empty for plain words
 * @param value the exact value of the fact, or empty
 */
public record Run(String text, String fact, String value) {
    /** Plain words. */
    public static Run words(String text) {
        return new Run(text, "", "");
    }

    /** Whether this prints a fact. */
    public boolean isFact() {
        return !fact.isEmpty();
    }
}
