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
    private int wordCount;

    /** Ends the section before a heading and begins the one under it. */
    void begin(Heading next) {
        finish();
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
        }
    }

    /** Words before and behind this place are not one word. */
    void gap() {
        append(" ");
    }

    /** Visits words that are counted already. */
    void silently(Runnable visit) {
        silent = true;
        visit.run();
        silent = false;
    }

    /** The sections that have any words, or at least a heading. */
    List<TextSection> finish() {
        String text = spaced(words);
        String found = spaced(searched).replaceAll(" (?=[.,;:)](?: |$))", "");
        words.setLength(0);
        searched.setLength(0);
        wordCount += new StringTokenizer(text).countTokens();
        if (!found.isEmpty() || !id.isEmpty()) {
            finished.add(new TextSection(id, heading, text, found));
        }
        return List.copyOf(finished);
    }

    private static String spaced(StringBuilder words) {
        return String.join(" ", words.toString().strip().split("\\s+"));
    }

    int wordCount() {
        return wordCount;
    }
}
