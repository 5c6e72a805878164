package dev.archnotes.site.cli.report;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.specification.YamlText;

/**
 * The note of a new model as its author finds it: front matter to fill in, headings that ask, and the first checked
 * facts.
 */
public final class NoteText {
    private static final long USUAL_CONTEXT = 32_768;

    private NoteText() {}

    public static String of(Variant variant) {
        FactSheet sheet = FactSheet.of(variant);
        String first =
                "It has " + fact(sheet, FactPath.LAYERS) + " layers and " + fact(sheet, FactPath.PARAMETERS_TOTAL)
                        + " parameters, of which " + fact(sheet, FactPath.PARAMETERS_ACTIVE_ALL) + " act on one token.";
        boolean shorter = variant.context().isLimited() && variant.context().configured() < USUAL_CONTEXT;
        String cache = "The cache grows by " + fact(sheet, FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)
                + " with every token; at "
                + (shorter
                        ? "the configured context of " + fact(sheet, FactPath.CONTEXT_CONFIGURED)
                        : "a context of 32,768")
                + " tokens it holds "
                + fact(sheet, shorter ? FactPath.KV_CACHE_BYTES_AT_CONTEXT : FactPath.kvCacheBytesAt(USUAL_CONTEXT))
                + ".";
        return """
                ---
                title: %1$s
                slug: %2$s
                key: %5$s
                description: %5$s
                ---

                ## What is new in it?

                %3$s

                ## How does a token attend to the others?

                ## What does the cache cost?

                %4$s

                ## What does a token pass through between attention layers?

                ## How does it know where a token stands?

                ## How was it trained, and what is not published?

                ## What should one read next?
                """.replace("%1$s", YamlText.quoted(variant.name()))
                .replace("%2$s", YamlText.quoted(variant.id()))
                .replace("%3$s", first)
                .replace("%4$s", cache)
                .replace("%5$s", Variant.FILL_IN);
    }

    private static String fact(FactSheet sheet, FactPath path) {
        return "[" + sheet.print(path).orElseThrow() + "](fact:" + sheet.id() + "/" + path + ")";
    }
}
