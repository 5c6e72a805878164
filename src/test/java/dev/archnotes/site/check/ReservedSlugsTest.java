package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.real.RealSite;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReservedSlugsTest {
    /** Figures of notes stand there; the real notes may have none. */
    private static final String FIGURES = "notes";

    @Test
    void whatStandsAtTheTopOfTheSiteIsReserved() throws IOException {
        Set<String> top;
        try (Stream<Path> files = Files.list(RealSite.get().folder())) {
            top = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toSet());
        }
        LibraryReader.read(Path.of("notes")).library().notes(NoteKind.TEXT).forEach(note -> top.remove(note.slug()));
        top.add(FIGURES);

        assertThat(Slugs.RESERVED).containsExactlyInAnyOrderElementsOf(top);
    }
}
