package dev.archnotes.site.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    private Path folder;

    private static byte[] text(int number) {
        return ("page " + number).repeat(number).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatManyThreadsPutIsReadAsItWas() {
        Spool spool = Spool.in(folder);
        List<OutputFile> files = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(number -> spool.file(number + ".html", text(number)))
                .toList();
        for (int i = 0; i < files.size(); i++) {
            assertThat(files.get(i).path()).isEqualTo(i + ".html");
            assertThat(files.get(i).content().length()).isEqualTo(text(i).length);
            assertThat(files.get(i).bytes()).isEqualTo(text(i));
        }
    }

    @Test
    void nothingIsLeftOnTheDisk() throws IOException {
        OutputFile file = Spool.in(folder.resolve("cache")).file("a.html", text(3));
        assertThat(folder.resolve("cache")).isEmptyDirectory();
        assertThat(file.bytes()).isEqualTo(text(3));
    }

    @Test
    void withoutAFolderItIsMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(Spool.in(file).file("a.html", text(3)).bytes()).isEqualTo(text(3));
    }
}
