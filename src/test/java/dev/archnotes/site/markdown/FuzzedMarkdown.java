package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.fuzz.FuzzTarget;
import dev.archnotes.model.diagnostic.Diagnostics;
import java.util.Locale;

/** Reads a text as the body of a note and prints it. */
public final class FuzzedMarkdown {
    private FuzzedMarkdown() {}

    /** Reads and prints; what a note may not have as an element, it has as text. */
    public static void readAndRender(String text) {
        MarkdownDocument document = MarkdownDialect.parse("note.md", 1, text);
        Diagnostics.Builder found = Diagnostics.builder();
        document.findings().forEach(found::add);
        FuzzTarget.printed(text, found);
        String html = document.render(new PlainContext()).toLowerCase(Locale.ROOT);
        for (String element : new String[] {"<script", "<iframe", "<object", "<style", "<svg", "<form", "<base"}) {
            assertThat(html.contains(element)).as(element).isFalse();
        }
    }
}
