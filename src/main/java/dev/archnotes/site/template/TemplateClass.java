package dev.archnotes.site.template;

import dev.archnotes.model.diagnostic.Location;
import java.util.List;

/**
 * What a class was made of.
 *
 * @param file the template
 * @param lines the line of the template behind each line of the class
 */
public record TemplateClass(String file, List<Integer> lines) {
    public TemplateClass {
        lines = List.copyOf(lines);
    }

    /** The beginning of the line of the template that is behind a line of the class. */
    Location at(long line) {
        boolean known = line >= 1 && line <= lines.size();
        return new Location(file, known ? lines.get((int) line - 1) : 1, 1);
    }

    TemplateClass below(String folder) {
        return new TemplateClass(folder + file, lines);
    }
}
