package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.List;

/**
 * A note's file, cut in two.
 *
 * <pre>
 * ---
 * title: Qwen3
 * ---
 * The text.
 * </pre>
 *
 * @param frontMatter the YAML between the hyphens; empty where there is none
 * @param frontMatterLine the line of the file on which it begins
 * @param body the Markdown behind it
 * @param bodyLine the line of the file on which the Markdown begins
 * @param findings one finding where the front matter is missing or not closed; both parts are empty when it is not
 *     closed
 */
public record FrontMatterSplit(
        String frontMatter, int frontMatterLine, String body, int bodyLine, List<Diagnostic> findings) {

    private static final String FENCE = "---";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Cuts the text of a file. */
    public static FrontMatterSplit of(String path, String file) {
        String text = file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
        int start = lineEnd(text, 0);
        if (!isFence(text, 0, start)) {
            String message = "the file does not begin with front matter";
            Diagnostic missing = Diagnostic.error(Rule.BAD_FRONT_MATTER, Location.startOf(path), message)
                    .withHint("begin it with a line of ---, the title and a line of ---");
            return new FrontMatterSplit("", 1, text, 1, List.of(missing));
        }
        int line = 2;
        for (int at = start; at < text.length(); line++) {
            int end = lineEnd(text, at);
            if (isFence(text, at, end)) {
                return new FrontMatterSplit(text.substring(start, at), 2, text.substring(end), line + 1, List.of());
            }
            at = end;
        }
        Diagnostic open = Diagnostic.error(
                        Rule.BAD_FRONT_MATTER, Location.startOf(path), "the front matter is not closed")
                .withHint("close it with a line of ---")
                .withLength(FENCE.length());
        return new FrontMatterSplit("", 2, "", line, List.of(open));
    }

    private static boolean isFence(String text, int start, int end) {
        return text.substring(start, end).stripTrailing().equals(FENCE);
    }

    /** The index behind the line break that ends the line at that index. */
    private static int lineEnd(String text, int start) {
        int lineBreak = text.indexOf('\n', start);
        return lineBreak < 0 ? text.length() : lineBreak + 1;
    }
}
