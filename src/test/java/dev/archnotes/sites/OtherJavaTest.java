package dev.archnotes.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java of another version builds the same site, byte for byte; skipped where none is installed. */
class OtherJavaTest {
    private static final int OLDEST = 17;

    @TempDir
    private Path folder;

    @Test
    void buildsTheSameBytes() throws IOException, InterruptedException {
        Optional<Path> other = other();
        assumeTrue(other.isPresent(), "there is no Java of another version");
        Path log = folder.resolve("log");
        Process build = new ProcessBuilder(
                        other.get().toString(),
                        "-Duser.language=ar",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.archnotes.site.cli.Main",
                        "build",
                        "--notes",
                        FieldGuide.NOTES.toString(),
                        "--cache",
                        folder.resolve("cache").toString(),
                        "--output",
                        folder.resolve("site").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(build.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(build.exitValue()).as(Files.readString(log)).isZero();

        List<String> different = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : FieldGuide.get().files().entrySet()) {
            Path written = folder.resolve("site").resolve(file.getKey());
            if (!Files.exists(written) || !Arrays.equals(Files.readAllBytes(written), file.getValue())) {
                different.add(file.getKey());
            }
        }
        assertThat(different).isEmpty();
    }

    /** The newest Java of another version, where the runners of GitHub and Debian keep them. */
    private static Optional<Path> other() throws IOException {
        TreeMap<Integer, Path> found = new TreeMap<>();
        for (Path home : homes()) {
            Path java = home.resolve("bin").resolve("java");
            int version = version(home.resolve("release"));
            if (version >= OLDEST && version != Runtime.version().feature() && Files.isExecutable(java)) {
                found.put(version, java);
            }
        }
        return Optional.ofNullable(found.lastEntry()).map(Map.Entry::getValue);
    }

    private static List<Path> homes() throws IOException {
        List<Path> homes = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME_")) {
                homes.add(Path.of(value));
            }
        });
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(installed)) {
                each.forEach(homes::add);
            }
        }
        return homes;
    }

    /** The version that a Java's file {@code release} states: {@code JAVA_VERSION="25.0.3"}; 0 where there is none. */
    private static int version(Path release) throws IOException {
        if (!Files.isRegularFile(release)) {
            return 0;
        }
        Properties stated = new Properties();
        try (Reader text = Files.newBufferedReader(release)) {
            stated.load(text);
        }
        String version = stated.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Runtime.Version.parse(version).feature();
    }
}
