package dev.archnotes.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every input that ever broke a reader, and one that reaches far into each, is read for ever. */
class RememberedInputsTest {
    private static final Path FOLDER = Path.of("src/test/resources/fuzz");
    private static final int LARGEST = 20_000;

    @TestFactory
    Stream<DynamicTest> inputsThatBrokeAReader() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.values()) {
            for (Path file : files(FOLDER.resolve(target.word()))) {
                byte[] input = Files.readAllBytes(file);
                tests.add(DynamicTest.dynamicTest(
                        target.word() + "/" + file.getFileName(),
                        () -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> target.read(input))));
            }
        }
        return tests.stream();
    }

    @Test
    void everyTargetHasInputsAndTheyAreSmall() throws IOException {
        for (FuzzTarget target : FuzzTarget.values()) {
            Assertions.assertThat(files(FOLDER.resolve(target.word())))
                    .as(target.word())
                    .isNotEmpty()
                    .allSatisfy(file -> Assertions.assertThat(Files.size(file)).isLessThan(LARGEST));
        }
        Assertions.assertThat(FOLDER.toFile().list())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FuzzTarget.values()).map(FuzzTarget::word).toList());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
