package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.Faults;
import dev.archnotes.Programs;
import dev.archnotes.site.content.Note;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Python of the notes runs, and what it asserts holds for several seeds. Where there is no Python with numpy, the
 * test is skipped, unless the system property {@code numpy.required} is true.
 */
@Tag("site")
class NoteSketchesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SKETCH =
            Pattern.compile("^```python\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final int LONGEST = 25;
    private static final double SLOWEST = 5;
    /** Characters that the box of a code block holds beside a table of contents on a screen of 1440 pixels. */
    private static final int WIDEST = 104;

    private static final Pattern BLOCK =
            Pattern.compile("^```(?:python|text)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private final Map<String, String> sketches = sketches();

    private static Map<String, String> sketches() {
        Map<String, String> sketches = new TreeMap<>();
        for (Note note : RealSite.get().catalogue().library().notes()) {
            String text = RealSite.get().catalogue().library().sources().get(note.path());
            Matcher sketch = SKETCH.matcher(text);
            while (sketch.find()) {
                long line = text.substring(0, sketch.start()).lines().count() + 1;
                sketches.put(note.path() + ":" + line, sketch.group(1));
            }
        }
        return sketches;
    }

    @Test
    void sketchesRunAndTheirAssertionsHold(@TempDir Path folder) throws Exception {
        List<Map<String, String>> cases = new ArrayList<>();
        sketches.forEach((place, code) -> {
            if (!needsTorch(code)) {
                cases.add(Map.of("place", place, "code", code));
            }
        });
        assertThat(cases).hasSizeGreaterThan(10);
        if (!Programs.hasNumpy()) {
            assertThat(Boolean.getBoolean("numpy.required"))
                    .as("Python with numpy is not installed (apt-get install python3-numpy)")
                    .isFalse();
            assumeTrue(false, "Python with numpy was not found: the sketches of the notes are not run");
        }
        Path file = Files.writeString(folder.resolve("cases.json"), JSON.writeValueAsString(cases));
        Path results = folder.resolve("results.json");
        Path problems = folder.resolve("problems.txt");
        ProcessBuilder python = new ProcessBuilder("python3", "src/test/resources/sketches/run.py", file.toString())
                .redirectOutput(results.toFile())
                .redirectError(problems.toFile());
        // small matrices are multiplied faster by one thread, and the other cores have tests to run
        python.environment().put("OMP_NUM_THREADS", "1");
        python.environment().put("OPENBLAS_NUM_THREADS", "1");
        int exit = python.start().waitFor();
        assertThat(exit).as(Files.readString(problems)).isZero();
        Faults faults = new Faults();
        int ran = 0;
        for (JsonNode result : JSON.readTree(Files.readString(results))) {
            String place = result.get("place").asString() + ", seed "
                    + result.get("seed").asInt();
            if (!result.get("problem").asString().isEmpty()) {
                faults.add(place, result.get("problem").asString());
            }
            if (result.get("seconds").asDouble() > SLOWEST) {
                faults.add(place, "takes " + result.get("seconds").asDouble() + " s of processor time");
            }
            ran++;
        }
        assertThat(faults.all()).isEmpty();
        assertThat(ran).isGreaterThan(cases.size());
    }

    /** A sketch that only a reader with a large package can run is not run here. */
    @Test
    void sketchesOfConceptsNeedNumpyAlone() {
        Faults faults = new Faults();
        sketches.forEach((place, code) -> {
            if (place.startsWith("Generic/") && needsTorch(code)) {
                faults.add(place, "imports torch");
            }
        });
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void sketchesOfConceptsAreShort() {
        Faults faults = new Faults();
        sketches.forEach((place, code) -> {
            long lines = code.lines().filter(line -> !line.isBlank()).count();
            if (place.startsWith("Generic/") && lines > LONGEST) {
                faults.add(place, lines + " lines, more than " + LONGEST);
            }
        });
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void noLineIsWiderThanItsBox() {
        Faults faults = new Faults();
        for (Note note : RealSite.get().catalogue().library().notes()) {
            String text = RealSite.get().catalogue().library().sources().get(note.path());
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                block.group(1)
                        .lines()
                        .filter(line -> line.length() > WIDEST)
                        .forEach(line -> faults.add(note.path(), line.length() + " characters: " + line));
            }
        }
        assertThat(faults.all()).isEmpty();
    }

    private static boolean needsTorch(String code) {
        return code.contains("import torch") || code.contains("from torch");
    }
}
