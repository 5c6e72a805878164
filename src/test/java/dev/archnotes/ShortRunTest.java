package dev.archnotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortRunTest {
    private static final List<String> BUILD = List.of("build", "--notes", "n");

    @Test
    void aPlainBuildIsStartedAgainWithTheSameArguments() {
        List<String> command = ShortRun.command("/jdk/java", List.of("-jar", "a.jar", "build", "--notes", "n"), BUILD, Map.of()).orElseThrow();
        assertThat(command).startsWith("/jdk/java", "-XX:TieredStopAtLevel=1").endsWith("-jar", "a.jar", "build", "--notes", "n");
    }

    @Test
    void theSecondRunStartsNoThird() {
        List<String> command = ShortRun.command("java", List.of("-jar", "a.jar", "build", "--notes", "n"), BUILD, Map.of()).orElseThrow();
        assertThat(ShortRun.command("java", command.subList(1, command.size()), BUILD, Map.of())).isEmpty();
    }

    @Test
    void optionsOfTheCallerStay() {
        assertThat(ShortRun.command("java", List.of("-Xmx1g", "-jar", "a.jar", "build", "--notes", "n"), BUILD, Map.of())).isEmpty();
        assertThat(ShortRun.command("java", List.of("-jar", "a.jar", "build", "--notes", "n"), BUILD, Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"))).isEmpty();
    }

    @Test
    void whatIsNotKnownForCertainRunsHere() {
        assertThat(ShortRun.command("java", List.of(), BUILD, Map.of())).isEmpty();
        assertThat(ShortRun.command("java", List.of("-jar", "a.jar", "build", "--no"), BUILD, Map.of())).isEmpty();
        assertThat(ShortRun.command("java", List.of("-jar", "a.jar", "facts", "f"), List.of("facts", "f"), Map.of())).isEmpty();
    }
}
