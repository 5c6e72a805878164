package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.NoteKind;
import dev.archnotes.sites.FieldGuide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReservedSlugsTest {
    @Test
    void whatStandsAtTheTopOfTheSiteIsReserved() throws IOException {
        Set<String> top;
        try (Stream<Path> files = Files.list(FieldGuide.get().folder())) {
            top = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toSet());
        }
        FieldGuide.get().catalogue().library().notes(NoteKind.TEXT).forEach(note -> top.remove(note.slug()));

        FieldGuide.get().catalogue().library().notes(NoteKind.TEXT).stream()
                .flatMap(note -> note.front().filing().aliases().list().stream())
                .forEach(alias -> top.remove(alias.replace("/", "")));
        top.add("home"); // the name of a card
        top.add("changes.xml"); // the feed of a note on changes
        top.removeAll(List.of("book", "glossary")); // taken only where there is one

        assertThat(Addresses.RESERVED).containsExactlyInAnyOrderElementsOf(top);
    }
}
