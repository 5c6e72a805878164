package dev.archnotes.site.markdown.math;

import dev.archnotes.model.diagnostic.Location;
import java.util.List;

/**
 * A formula: {@code $\sqrt{d_k}$} in a line, or between lines of {@code $$}.
 *
 * @param tex what stands between the dollar signs
 * @param display whether it stands on lines of its own
 * @param lines where each line of the TeX begins
 */
public record MathSnippet(String tex, boolean display, List<Location> lines) {

    public MathSnippet {
        lines = List.copyOf(lines);
    }

    /** Where the formula's first character is written, behind the dollar signs. */
    public Location location() {
        return lines.get(0);
    }

    /** Where the character at that index of the TeX is written. */
    public Location locate(int index) {
        int line = 0;
        int lineStart = 0;
        int end = Math.min(index, tex.length());
        for (int i = 0; i < end; i++) {
            if (tex.charAt(i) == '\n' && line < lines.size() - 1) {
                line++;
                lineStart = i + 1;
            }
        }
        return lines.get(line).right(end - lineStart);
    }
}
