package dev.archnotes.site.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesContentsTest {
    @TempDir
    private Path folder;

    private Path note;

    @BeforeEach
    void writeNotes() throws IOException {
        note = Files.writeString(folder.resolve("one.md"), "# One\n");
        Files.writeString(folder.resolve("values.csv"), "a,b\n");
    }

    private String unread() throws IOException, InterruptedException {
        // the clock of a file system has longer ticks than that of Java
        TimeUnit.MILLISECONDS.sleep(20);
        return NotesContents.unread(folder).orElseThrow().text();
    }

    @Test
    void filesThatAreReadSayTheSameWhenOnlyTheirTimesDiffer() throws IOException {
        String before = NotesContents.of(folder).text();
        Files.setLastModifiedTime(note, FileTime.fromMillis(0));
        assertThat(NotesContents.of(folder).text()).isEqualTo(before);
    }

    @Test
    void aChangeIsSeenWithoutReadingAlsoInSizeAndTimeAsBefore() throws IOException, InterruptedException {
        assumeTrue(NotesContents.unread(folder).isPresent(), "a system that tells when a file was changed");
        String before = unread();
        assertThat(unread()).isEqualTo(before);
        FileTime time = Files.getLastModifiedTime(note);
        Files.writeString(note, "# Two\n");
        Files.setLastModifiedTime(note, time);
        assertThat(unread()).isNotEqualTo(before);
    }

    @Test
    void anotherFileByTheSameNameIsSeenWithoutReading() throws IOException, InterruptedException {
        assumeTrue(NotesContents.unread(folder).isPresent(), "a system that tells when a file was changed");
        String before = unread();
        Path other = Files.writeString(folder.resolve("other.md"), "# Two\n");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(note));
        Files.delete(note);
        Files.move(other, note);
        assertThat(unread()).isNotEqualTo(before);
    }
}
