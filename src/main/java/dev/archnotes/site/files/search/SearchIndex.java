package dev.archnotes.site.files.search;

import dev.archnotes.model.json.JsonText;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.page.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The index that the search in the browser reads, as a classic script, so that it also works from a folder. */
public final class SearchIndex {
    private static final int VERSION = 1;
    private static final List<String> EXAMPLES =
            List.of("experts>128", "attention:mla", "cache<64KiB", "window", "tied");

    private SearchIndex() {}

    /** The script: a single assignment of strict JSON, in which nothing can end a script or a line. */
    public static String script(Catalogue catalogue, List<Page> pages) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("version", VERSION);
        values.put("fields", WordIndex.FIELDS);
        values.put(
                "index",
                WordIndex.of(pages.stream()
                        .flatMap(page -> page.listing().sections().stream())
                        .toList()));
        values.put("keys", AskableFacts.labels());
        values.put("facts", AskableFacts.of(catalogue));
        values.put("examples", EXAMPLES);
        String json = JsonText.compact(values);
        return "window.archnotesSearchIndex = "
                + json.replace("<", "\\u003C").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + ";\n";
    }
}
