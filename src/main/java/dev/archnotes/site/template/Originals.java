package dev.archnotes.site.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The templates of the program, as text: what a template of one's own begins with. */
public final class Originals {
    /** What the name of a template's file ends in. */
    public static final String ENDING = ".jte";

    private static final String FOLDER = "/templates/";

    private Originals() {}

    /** Their files within their folder: {@code page/text.jte}. */
    public static SortedSet<String> files() {
        return new TreeSet<>(resource("names.txt").orElseThrow().lines().toList());
    }

    /** The text of one of them. */
    public static Optional<String> text(String file) {
        return file.contains("..") ? Optional.empty() : resource(file);
    }

    /** The lines by which a template says what it is called with, in their order. */
    static List<String> parameters(String template) {
        return template.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("@param "))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
    }

    private static Optional<String> resource(String name) {
        try (InputStream stream = Originals.class.getResourceAsStream(FOLDER + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
