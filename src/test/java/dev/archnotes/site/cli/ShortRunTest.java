package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortRunTest {
    /** Milliseconds; a second is the rule. */
    private static final int PATIENCE = 60_000;

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

    /** Reading the names of a large checkpoint takes half the processor time without the second compiler. */
    @Test
    void aPlainVerificationIsStartedAgain() {
        List<String> call = List.of("-jar", "a.jar", "verify", "d");
        assertThat(ShortRun.command("java", call, call.subList(2, 4), Map.of(), 1L << 34))
                .isPresent();
    }

    @Test
    void aRunIsWholeWhereACheckpointDiffersAndNotWhereAFileIsWrong() {
        assertThat(List.of(ExitCode.OK, ExitCode.NOT_MODELED, ExitCode.DIFFERENT))
                .allMatch(ShortRun::isWhole);
        assertThat(List.of(ExitCode.FINDINGS, 2, ExitCode.FAULT)).noneMatch(ShortRun::isWhole);
    }

    /** Its classes are a tenth of what a build loads that makes something, and would serve all later builds. */
    @Test
    void aRunThatFoundAllAsItWasIsNotWholeAndTellsTheShellNothingOfIt() {
        assertThat(ShortRun.isWhole(ShortRun.UNCHANGED)).isFalse();
        assertThat(ShortRun.unchanged()).as("without a first process").isEqualTo(ExitCode.OK);
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
                        "java", List.of("-jar", "a.jar", "compare", "f"), List.of("compare", "f"), Map.of(), 1L << 34))
                .isEmpty();
    }

    @Test
    void aSmallMachineKeepsItsSmallHeap() {
        List<String> given = List.of("-jar", "a.jar", "build", "--notes", "n");
        assertThat(ShortRun.command("java", given, BUILD, Map.of(), 1L << 34).orElseThrow())
                .contains("-Xmn128m");
        assertThat(ShortRun.command("java", given, BUILD, Map.of(), 1L << 29).orElseThrow())
                .doesNotContain("-Xmn128m");
    }

    @Test
    void theSecondRunEndsWhenTheFirstIsKilled() throws Exception {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port.setSoTimeout(PATIENCE);
            String number = Integer.toString(port.getLocalPort());
            Process first = new ProcessBuilder(Waiting.command(List.of(), List.of(number, "first"))).start();
            try (Socket second = port.accept()) {
                second.setSoTimeout(PATIENCE);
                assertThat(second.getInputStream().read()).isEqualTo(1);
                first.destroyForcibly().waitFor();
                assertThat(ended(second)).isTrue();
            } finally {
                first.destroyForcibly();
            }
        }
    }

    /** A connection ends with the process at its other end, on some systems by a reset. */
    private static boolean ended(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }
}
