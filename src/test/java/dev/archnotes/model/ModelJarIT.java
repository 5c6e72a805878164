package dev.archnotes.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the model alone, as the build packed it. */
class ModelJarIT {
    private static final Path JAR = Path.of("target", "archnotes-model.jar");
    private static final String ABOUT = "META-INF/maven/dev.archnotes/archnotes-model/";

    private static final String PROGRAM = """
            import dev.archnotes.model.number.Numerals;
            import dev.archnotes.model.network.Activation;
            import dev.archnotes.model.network.DenseFeedForward;
            import dev.archnotes.model.tensor.WeightTensor;

            public class Program {
                public static void main(String[] arguments) {
                    var network = new DenseFeedForward(14_336, Activation.SWIGLU, false);
                    long weights = network.tensors(4_096).stream().mapToLong(WeightTensor::totalElements).sum();
                    System.out.print(Numerals.grouped(weights));
                }
            }
            """;

    @Test
    void isAllThatAProgramNeeds(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Program.java"), PROGRAM);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", JAR.toString(), "-d", folder.toString(), source.toString()))
                .isZero();
        assertThat(output(JAR + File.pathSeparator + folder, "Program")).isEqualTo("176,160,768");
    }

    @Test
    void holdsNothingBesideTheModel() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                    .contains(ABOUT + "pom.xml", "META-INF/LICENSE", "dev/archnotes/model/fact/FactSheet.class")
                    .allMatch(name -> name.startsWith("dev/archnotes/model/")
                            || List.of(
                                            "META-INF/MANIFEST.MF",
                                            "META-INF/LICENSE",
                                            ABOUT + "pom.xml",
                                            ABOUT + "pom.properties")
                                    .contains(name));
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("dev.archnotes.model");
        }
    }

    @Test
    void saysThatItDependsOnNothing() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(text(jar, ABOUT + "pom.xml"))
                    .contains("<groupId>dev.archnotes</groupId>", "<artifactId>archnotes-model</artifactId>")
                    .doesNotContain("<dependenc", "<parent>", "${");
            assertThat(text(jar, ABOUT + "pom.properties"))
                    .contains("artifactId=archnotes-model")
                    .doesNotContain("${");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String output(String classPath, String mainClass) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", classPath, mainClass)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
