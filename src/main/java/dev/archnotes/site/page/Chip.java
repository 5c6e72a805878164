package dev.archnotes.site.page;

/**
 * A short word in the color of its part.
 *
 * @param text the word
 * @param part {@code attention}, {@code ffn}, {@code norm}, {@code embed}, {@code position}, or empty
 * @param href the page it links to, or empty
 */
public record Chip(String text, String part, String href) {
    public String classes() {
        return part.isEmpty() ? "chip" : "chip part-" + part;
    }

    public boolean isLink() {
        return !href.isEmpty();
    }
}
