package dev.archnotes.site.serve;

import dev.archnotes.model.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser is shown at one time.
 *
 * @param site the last site without errors; none until there was one
 * @param problems what is wrong with the notes as they are now
 * @param headline how much that is, in words: {@code 2 errors and 1 warning}; empty where nothing is wrong
 */
record Showing(Optional<ShownSite> site, List<Problem> problems, String headline) {
    /** Before the first build is over. */
    static final Showing NOTHING = new Showing(Optional.empty(), List.of(), "");

    Showing {
        problems = List.copyOf(problems);
    }

    /**
     * Something that is wrong.
     *
     * @param error whether the site cannot be built because of it
     * @param text its place, what it is, the line it is about and a hint, as a terminal shows them
     */
    record Problem(boolean error, String text) {}

    /**
     * All of it but the site's files, for the script in a page.
     *
     * @param address where on the server the page is
     */
    String json(String address) {
        List<Map<String, Object>> told = new ArrayList<>();
        problems.forEach(problem -> told.add(Map.of("error", problem.error(), "text", problem.text())));
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("version", site.map(ShownSite::version).orElse(""));
        state.put("page", site.map(shown -> shown.print(address)).orElse(""));
        state.put("headline", headline);
        state.put("problems", told);
        return JsonText.compact(state);
    }
}
