package dev.archnotes.site.figure;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does a style sheet of the author's load anything from beyond the notes? Comments and strings are looked at like the
 * rest, and a backslash, with which a name can be disguised, is refused everywhere: what loads then has to be written
 * out, and is found.
 */
public final class StyleSheetCheck {
    private static final Pattern LOADS = Pattern.compile(
            "@import|\\\\|(?:(?<![\\w-])(?:-webkit-)?(?:url|src|image|image-set|cross-fade|element)\\()",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TARGET = Pattern.compile("\\s*(['\"]?)([^'\"()\\s]+)\\1\\s*\\)");
    private static final Pattern WITHIN = Pattern.compile("#.*|data:(?:image|font)/[^'\"()\\s]*");
    private static final Pattern FILE = Pattern.compile("(?![/?#])[^:\\\\?#]+");

    private StyleSheetCheck() {}

    /**
     * A file that a style sheet loads.
     *
     * @param path as it is written
     * @param place where
     */
    public record Loaded(String path, Location place) {}

    /**
     * The files beside it that a style sheet loads.
     *
     * @param path the style sheet's, for findings
     */
    public static List<Loaded> files(String path, String text, Diagnostics.Builder findings) {
        List<Loaded> files = new ArrayList<>();
        Matcher loads = LOADS.matcher(text);
        while (loads.find()) {
            String what = loads.group();
            if (what.equals("\\")) {
                findings.add(problem(
                        path,
                        text,
                        loads.start(),
                        "a style sheet must not hold a backslash, which can disguise what it loads",
                        "write the character itself"));
            } else if (what.equalsIgnoreCase("url(")) {
                Matcher target = TARGET.matcher(text).region(loads.end(), text.length());
                if (target.lookingAt() && FILE.matcher(target.group(2)).matches()) {
                    files.add(new Loaded(target.group(2), place(path, text, target.start(2))));
                } else if (!target.lookingAt()
                        || !WITHIN.matcher(target.group(2)).matches()) {
                    findings.add(problem(
                            path,
                            text,
                            loads.start(),
                            "a style sheet must load nothing from beyond the notes",
                            "put the file beside it and write its path, for example url(paper.png)"));
                }
            } else {
                findings.add(problem(
                        path,
                        text,
                        loads.start(),
                        "a style sheet must not hold " + what,
                        what.startsWith("@")
                                ? "put what it says into this one"
                                : "write url(…) with a file beside it"));
            }
        }
        return files;
    }

    private static Diagnostic problem(String path, String text, int index, String message, String hint) {
        return Diagnostic.error(Rule.UNUSABLE_STYLE, place(path, text, index), message)
                .withHint(hint);
    }

    private static Location place(String path, String text, int index) {
        int line = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < index; end = text.indexOf('\n', end + 1)) {
            line++;
            start = end + 1;
        }
        return new Location(path, line, text.codePointCount(start, index) + 1);
    }
}
