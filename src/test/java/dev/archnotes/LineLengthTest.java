package dev.archnotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that does not fit the window is not read, and a change in it does not show in a diff. */
class LineLengthTest {
    private static final int COLUMNS = 120;

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "templates, .jte",
        "src/main, .java",
        "src/main, .css",
        "src/main, .js",
        "src/main, .mjs",
        "src/test, .java",
        "src/test, .js",
        "src/test, .mjs"
    })
    void noLineIsLongerThanTheWindow(Path folder, String kind) throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files(folder, kind)) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                int columns = line.codePointCount(0, line.length());
                if (columns > COLUMNS) {
                    tooLong.add(file + ":" + (i + 1) + ": " + columns);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> files(Path folder, String kind) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(kind)).toList();
        }
    }
}
