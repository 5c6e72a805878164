package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code archnotes serve} as a program of its own, from its first line to Ctrl-C. */
class ServeCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/\\S*");
    /** Seconds; two are the rule. */
    private static final int PATIENCE = 120;

    @TempDir
    private Path folder;

    private Path notes;

    @BeforeEach
    void writeNotes() throws IOException {
        notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("site.yaml"), "title: Tiny notes\ntagline: Notes for a test.\n");
        Files.writeString(notes.resolve("first.md"), "# First\n\nText.\n");
    }

    @Test
    void aTakenPortThatIsNamedIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = CommandRun.of("serve", "--notes", notes, "--port", taken.getLocalPort());

            assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err())
                    .startsWith("archnotes: nothing can listen at port " + taken.getLocalPort() + " of 127.0.0.1 (")
                    .endsWith("); name another one with --port\n")
                    .hasLineCount(1);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void whatIsNoPortAndNoAddressIsRefused() {
        assertThat(CommandRun.of("serve", "--notes", notes, "--port", 65_536).exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("serve", "--notes", notes, "--host", "no such name")
                        .err())
                .isEqualTo("archnotes: --host: \"no such name\" is no address of this machine\n");
        assertThat(CommandRun.of("serve", "--notes", folder.resolve("nowhere")).err())
                .contains("there is no notes folder at");
    }

    /** The usual port is taken, by this test or by somebody else: the next one that is free is said and opened. */
    @Test
    void anotherPortIsTakenTheBrowserIsOpenedAndNothingIsLeftBehind() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")) && Files.isExecutable(Path.of("/bin/kill")), "no POSIX here");
        Path opened = folder.resolve("opened");
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Files.writeString(programs.resolve("xdg-open"), "#!/bin/sh\necho \"$1\" > '" + opened + "'\n");
        Files.setPosixFilePermissions(programs.resolve("xdg-open"), PosixFilePermissions.fromString("rwxr-xr-x"));
        ServerSocket taken = null;
        try {
            taken = new ServerSocket(4040, 1, InetAddress.getLoopbackAddress());
        } catch (IOException takenBySomebodyElse) {
            // which serves the test as well
        }
        Process serve = start(programs);
        try (BufferedReader out = serve.inputReader()) {
            String address = address(out);
            int port = Integer.parseInt(find(ADDRESS, address).group(1));

            assertThat(port).isBetween(4041, 4041 + 20);
            assertThat(folder.resolve("err"))
                    .content()
                    .contains("archnotes: port 4040 is taken, so it is " + port + "\n");
            assertThat(page(address)).contains("Tiny notes");
            for (int tenth = 0; tenth < 10 * PATIENCE && !Files.exists(opened); tenth++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(opened).content().isEqualTo(address + "\n");

            int signal = ignoresCtrlC(serve) ? 15 : 2;
            new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(serve.pid()))
                    .start()
                    .waitFor();
            assertThat(serve.waitFor(PATIENCE, TimeUnit.SECONDS))
                    .as("ended by Ctrl-C")
                    .isTrue();
            // as a shell expects it
            assertThat(serve.exitValue()).isEqualTo(128 + signal);
            assertThat(folder.resolve("err")).content().doesNotContain("Exception", "Error");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .filteredOn(name -> !name.equals("cache"))
                        .containsExactlyInAnyOrder("notes", "programs", "opened", "err");
            }
            try (Stream<Path> files = Files.list(notes)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("site.yaml", "first.md");
            }
            // nobody listens there any more
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } finally {
            serve.destroyForcibly();
            if (taken != null) {
                taken.close();
            }
        }
    }

    /** Whether the tests run in the background of a shell, whose programs never hear of Ctrl-C: signal 2. */
    private static boolean ignoresCtrlC(Process program) throws IOException {
        Path status = Path.of("/proc", Long.toString(program.pid()), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1 << 1) != 0);
    }

    private Process start(Path programs) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Main.class.getName(),
                "serve",
                "--open",
                "--cache",
                folder.resolve("cache").toString()));
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        return builder.directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /** A class path that holds from another folder, too. */
    private static String absolute(String path) {
        return Stream.of(path.split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private static String address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group();
            }
        }
        throw new AssertionError("it ended without an address");
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher;
    }

    private static String page(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .timeout(Duration.ofSeconds(PATIENCE))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
