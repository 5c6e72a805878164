package dev.archnotes.sites;

import dev.archnotes.site.content.SiteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The small site of invented models under {@code src/test/resources/sites/field-guide}, built once for all tests: every
 * part that a model may have, every block and every mark that a note may use.
 */
public final class FieldGuide extends BuiltSite {
    /** The folder of notes and golden pages. */
    public static final Path FOLDER = Path.of("src", "test", "resources", "sites", "field-guide");

    /** Where its notes are. */
    public static final Path NOTES = FOLDER.resolve("notes");

    private FieldGuide() throws IOException {
        super(NOTES, Path.of("target", "tested-field-guide"), SiteSettings.Addresses.NONE);
    }

    /** The site; the first call builds it. */
    public static FieldGuide get() {
        return Holder.SITE;
    }

    /** Copies its notes into a folder, for a test that changes them. */
    public static void copyTo(Path folder) throws IOException {
        for (Path file : files(NOTES)) {
            Path copy = folder.resolve(NOTES.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    /** All files of a folder and of those below it, sorted. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Builds the site when it is first asked for. */
    private static final class Holder {
        private static final FieldGuide SITE = build();

        private static FieldGuide build() {
            try {
                return new FieldGuide();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
