package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.TextSection;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Gathers the words under each heading. */
final class SectionText {

    private final List<TextSection> finished = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder searched = new StringBuilder();
    private String id = "";
    private String heading = "";
    private boolean silent;
    /** Whether something is looked for that is no word to be read. */
    private boolean more;

    private int wordCount;

    /** Ends the section before a heading and begins the one under it. */
    void begin(Heading next) {
        endSection();
        id = next.id();
        heading = next.text();
        wordCount += new StringTokenizer(heading).countTokens();
    }

    void append(String text) {
        if (!silent) {
            words.append(text);
            searched.append(text);
        }
    }

    /** What is looked for but is no word to be read: a formula, code. */
    void appendSearched(String text) {
        if (!silent) {
            searched.append(text);
            more = true;
        }
    }

    /** Words before and behind this place are not one word. */
    void gap() {
        append(" ");
    }

    /** Words before and behind this place are apart, such as those of two cells. */
    void apart(String sign) {
        if (!silent) {
            words.append(' ');
            searched.append(sign);
            more = true;
        }
    }

    /** Visits words that are counted already. */
    void silently(Runnable visit) {
        silent = true;
        visit.run();
        silent = false;
    }

    /** The sections that have any words, or at least a heading. */
    List<TextSection> finish() {
        endSection();
        return List.copyOf(finished);
    }

    private void endSection() {
        String text = spaced(words);
        String found = closed(more ? spaced(searched) : text);
        words.setLength(0);
        searched.setLength(0);
        more = false;
        wordCount += new StringTokenizer(text).countTokens();
        if (!found.isEmpty() || !id.isEmpty()) {
            finished.add(new TextSection(id, heading, text, found));
        }
    }

    /** The words with one space between them. */
    private static String spaced(StringBuilder words) {
        char[] text = new char[words.length()];
        words.getChars(0, text.length, text, 0);
        int length = 0;
        boolean space = false;
        for (char c : text) {
            boolean next = isSpace(c);
            if (!next || !space) {
                text[length++] = next ? ' ' : c;
            }
            space = next;
        }
        return new String(text, 0, length).strip();
    }

    /** Without a space before the end of a sentence, or of a part of it; the words have one space between them. */
    private static String closed(String words) {
        char[] text = words.toCharArray();
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            boolean ends = text[i] == ' '
                    && i + 1 < text.length
                    && ".,;:)".indexOf(text[i + 1]) >= 0
                    && (i + 2 == text.length || text[i + 2] == ' ');
            if (!ends) {
                text[length++] = text[i];
            }
        }
        return length == text.length ? words : new String(text, 0, length);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    int wordCount() {
        return wordCount;
    }
}
