package dev.archnotes.site.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One example of a file that is read by people first.
 *
 * <pre>
 * ==== A formula in a line
 * $x$
 * ---- html
 * &lt;p>…&lt;/p>
 * ---- findings
 * 1:1 [bad-math] …
 * </pre>
 */
record MarkdownExample(String title, String markdown, String html, String findings) {

    private static final String TITLE = "==== ";
    private static final String HTML = "---- html\n";
    private static final String FINDINGS = "---- findings\n";

    static List<MarkdownExample> read(Path file) throws IOException {
        List<MarkdownExample> examples = new ArrayList<>();
        for (String part : Files.readString(file).split("(?m)^" + TITLE)) {
            if (!part.isBlank()) {
                examples.add(parse(part));
            }
        }
        return examples;
    }

    static String print(List<MarkdownExample> examples) {
        StringBuilder text = new StringBuilder();
        for (MarkdownExample example : examples) {
            text.append(TITLE).append(example.title).append('\n').append(example.markdown);
            text.append(HTML).append(example.html);
            text.append(example.findings.isEmpty() ? "" : FINDINGS + example.findings);
            text.append('\n');
        }
        return text.toString();
    }

    private static MarkdownExample parse(String part) {
        int titleEnd = part.indexOf('\n');
        int html = part.indexOf(HTML);
        int findings = part.indexOf(FINDINGS);
        int end = part.stripTrailing().length();
        String expected =
                part.substring(html + HTML.length(), Math.max(html + HTML.length(), findings < 0 ? end : findings));
        String found = findings < 0 ? "" : part.substring(findings + FINDINGS.length(), end);
        return new MarkdownExample(
                part.substring(0, titleEnd), part.substring(titleEnd + 1, html), line(expected), line(found));
    }

    private static String line(String text) {
        return text.isBlank() ? "" : text.stripTrailing() + "\n";
    }
}
