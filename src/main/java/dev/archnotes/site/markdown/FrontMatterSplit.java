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
 * @param format how the front matter is written
 * @param frontMatter what stands between the fences; empty where there is none
 * @param frontMatterLine the line of the file on which it begins
 * @param body the Markdown behind it
 * @param bodyLine the line of the file on which the Markdown begins
 * @param findings one finding where the front matter is missing or not closed; both parts are empty when it is not
 *     closed
 */
public record FrontMatterSplit(
        Format format, String frontMatter, int frontMatterLine, String body, int bodyLine, List<Diagnostic> findings) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How front matter is written. */
    public enum Format {
        /** There is none. */
        NONE("", ""),
        /** Between lines of three hyphens; three periods may end it, too. */
        YAML("---", "..."),
        /** Between lines of three plus signs. */
        TOML("+++", "+++");

        private final String fence;
        private final String otherEnd;

        Format(String fence, String otherEnd) {
            this.fence = fence;
            this.otherEnd = otherEnd;
        }

        private boolean opens(String line) {
            return line.equals(fence);
        }

        private boolean closes(String line) {
            return line.equals(fence) || line.equals(otherEnd);
        }

        private static Format of(String line) {
            return YAML.opens(line) ? YAML : TOML.opens(line) ? TOML : NONE;
        }
    }

    /** All of a file as Markdown. */
    public static FrontMatterSplit none(String file) {
        return new FrontMatterSplit(Format.NONE, "", 1, withoutMark(file), 1, List.of());
    }

    private static String withoutMark(String file) {
        return file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
    }

    /** Cuts the text of a file. */
    public static FrontMatterSplit of(String path, String file) {
        String text = withoutMark(file);
        int start = 0;
        int line = 1;
        while (start < text.length() && line(text, start).isEmpty()) {
            start = lineEnd(text, start);
            line++;
        }
        Format format = Format.of(line(text, start));
        Location opening = new Location(path, line, 1);
        if (format == Format.NONE) {
            String message = "the file does not begin with front matter";
            Diagnostic missing = Diagnostic.error(Rule.BAD_FRONT_MATTER, Location.startOf(path), message)
                    .withHint("begin it with a line of ---, the title and a line of ---");
            return new FrontMatterSplit(format, "", 1, text, 1, List.of(missing));
        }
        start = lineEnd(text, start);
        int first = ++line;
        for (int at = start; at < text.length(); line++) {
            int end = lineEnd(text, at);
            if (format.closes(line(text, at))) {
                return new FrontMatterSplit(
                        format, text.substring(start, at), first, text.substring(end), line + 1, List.of());
            }
            at = end;
        }
        Diagnostic open = Diagnostic.error(Rule.BAD_FRONT_MATTER, opening, "the front matter is not closed")
                .withHint("close it with a line of " + format.fence)
                .withLength(format.fence.length());
        return new FrontMatterSplit(format, "", first, "", line, List.of(open));
    }

    /** The line at an index, without what ends it. */
    private static String line(String text, int start) {
        return text.substring(start, lineEnd(text, start)).stripTrailing();
    }

    /** The index behind the line break that ends the line at that index. */
    private static int lineEnd(String text, int start) {
        int lineBreak = text.indexOf('\n', start);
        return lineBreak < 0 ? text.length() : lineBreak + 1;
    }
}
