package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortRunTest {
    private static final List<String> BUILD = List.of("build", "--notes", "n");

    @Test
    void aPlainBuildIsStartedAgainWithTheSameArguments() {
        List<String> command = ShortRun.command(
                        "/jdk/java", List.of("-jar", "a.jar", "build", "--notes", "n"), BUILD, Map.of(), 1L << 34)
                .orElseThrow();
        assertThat(command)
                .startsWith("/jdk/java", "-XX:TieredStopAtLevel=1")
                .endsWith("-jar", "a.jar", "build", "--notes", "n");
    }

    @Test
    void theSecondRunStartsNoThird() {
        List<String> command = ShortRun.command(
                        "java", List.of("-jar", "a.jar", "build", "--notes", "n"), BUILD, Map.of(), 1L << 34)
                .orElseThrow();
        assertThat(ShortRun.command("java", command.subList(1, command.size()), BUILD, Map.of(), 1L << 34))
                .isEmpty();
    }

    @Test
    void optionsOfTheCallerStay() {
        assertThat(ShortRun.command(
                        "java", List.of("-Xmx1g", "-jar", "a.jar", "build", "--notes", "n"), BUILD, Map.of(), 1L << 34))
                .isEmpty();
        assertThat(ShortRun.command(
                        "java",
                        List.of("-jar", "a.jar", "build", "--notes", "n"),
                        BUILD,
                        Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"),
                        1L << 34))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownForCertainRunsHere() {
        assertThat(ShortRun.command("java", List.of(), BUILD, Map.of(), 1L << 34))
                .isEmpty();
        assertThat(ShortRun.command("java", List.of("-jar", "a.jar", "build", "--no"), BUILD, Map.of(), 1L << 34))
                .isEmpty();
        assertThat(ShortRun.command(
                        "java", List.of("-jar", "a.jar", "facts", "f"), List.of("facts", "f"), Map.of(), 1L << 34))
                .isEmpty();
    }

    @Test
    void aSmallMachineKeepsItsSmallHeap() {
        List<String> given = List.of("-jar", "a.jar", "build", "--notes", "n");
        assertThat(ShortRun.command("java", given, BUILD, Map.of(), 1L << 34).orElseThrow())
                .contains("-Xmn256m");
        assertThat(ShortRun.command("java", given, BUILD, Map.of(), 1L << 29).orElseThrow())
                .doesNotContain("-Xmn256m");
    }
}
