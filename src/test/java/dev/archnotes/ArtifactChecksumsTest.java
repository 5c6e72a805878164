package dev.archnotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that is not the one that was known stops the build, and so does one that nobody knows. */
class ArtifactChecksumsTest {
    private static final Path PROGRAM = Path.of("src/main/build/ArtifactChecksums.java");

    @TempDir
    private Path folder;

    private Path repository;
    private Path list;
    private Path library;
    private Path plugin;

    @BeforeEach
    void twoKnownJars() throws IOException, InterruptedException {
        repository = Files.createDirectories(folder.resolve("repository"));
        list = folder.resolve("artifacts.sha256");
        library = jar("org/example/library/1/library-1.jar");
        plugin = jar("org/example/plugin/1/plugin-1.jar");
        assertThat(run("update")).isEmpty();
        // of the four bytes of the text, as sha256sum prints it
        assertThat(Files.readAllLines(list).get(0))
                .isEqualTo("fb8ce05502991565de98e3e21d9ab98151c1cd1715b14a3f7c349cba300cb2b9"
                        + "  org/example/library/1/library-1.jar");
    }

    private Path jar(String path) throws IOException {
        Path jar = repository.resolve(path);
        Files.createDirectories(jar.getParent());
        return Files.writeString(jar, "jar\n");
    }

    private String run(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                PROGRAM.toString(),
                list.toString(),
                repository.toString()));
        command.addAll(List.of(more));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).isEqualTo(said.isEmpty() ? 0 : 1);
        return said;
    }

    @Test
    void whatIsKnownPasses() throws IOException, InterruptedException {
        assertThat(run(library + File.pathSeparator + folder.resolve("classes")))
                .isEmpty();
    }

    @Test
    void aChangedJarIsNamed() throws IOException, InterruptedException {
        Files.writeString(library, "jar.");

        assertThat(run(library.toString())).contains("library-1.jar has another SHA-256 than in");
    }

    /** Plugins are on no class path that the build knows. */
    @Test
    void aChangedPluginIsNamed() throws IOException, InterruptedException {
        Files.writeString(plugin, "jar.");

        assertThat(run(library.toString())).contains("plugin-1.jar has another SHA-256 than in");
    }

    @Test
    void anUnknownJarIsNamed() throws IOException, InterruptedException {
        Path other = jar("org/example/other/1/other-1.jar");

        assertThat(run(library + File.pathSeparator + other)).contains("org/example/other/1/other-1.jar is not in");
    }

    /** Or a profile that few people call stops before it has begun. */
    @Test
    void whatProfilesAddIsKnown() throws IOException {
        String known = Files.readString(Path.of("src/main/build/artifacts.sha256"));
        Document pom = Jsoup.parse(Files.readString(Path.of("pom.xml")), Parser.xmlParser());
        List<String> added = pom.select("profile > dependencies > dependency").stream()
                .map(dependency -> dependency.selectFirst("groupId").text().replace('.', '/')
                        + "/" + dependency.selectFirst("artifactId").text()
                        + "/" + versionOf(dependency, pom) + "/")
                .toList();

        assertThat(added).contains("com/code-intelligence/jazzer/0.30.0/").allMatch(known::contains);
    }

    private static String versionOf(Element dependency, Document pom) {
        String written = dependency.selectFirst("version").text();
        return written.startsWith("${")
                ? pom.getElementsByTag(written.substring(2, written.length() - 1))
                        .text()
                : written;
    }
}
