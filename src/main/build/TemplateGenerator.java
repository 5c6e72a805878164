import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes Java of the templates: a class each, and one typed method each to call it. Started from source by
 * {@code src/main/web/templates.mjs}, when a template has changed; the Maven plugin of the template engine writes every
 * class anew in each build, after which everything is compiled again.
 */
final class TemplateGenerator {
    private static final String PACKAGE = "dev.archnotes.site.templates";

    private TemplateGenerator() {}

    /** The folder of the templates, the folder for Java, and the folder for what is read at run time. */
    public static void main(String[] folders) throws IOException {
        TemplateEngine engine = TemplateEngine.create(
                new DirectoryCodeResolver(Path.of(folders[0])), Path.of(folders[1]), ContentType.Html, null, PACKAGE);
        engine.setTargetResourceDirectory(Path.of(folders[2]));
        engine.setTrimControlStructures(true);
        engine.setBinaryStaticContent(true);
        engine.setExtensions(Map.of("gg.jte.models.generator.ModelExtension", Map.of()));
        engine.generateAll();
        copy(Path.of(folders[0]), Path.of(folders[2], "templates"));
    }

    /** The templates themselves, with a list of them: what templates of somebody's own begin with. */
    private static void copy(Path templates, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(templates)) {
            files = found.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList();
        }
        StringBuilder names = new StringBuilder();
        for (Path file : files) {
            String name = templates.relativize(file).toString().replace('\\', '/');
            // what machines read has a form that is not a matter of taste
            if (name.startsWith("machine/")) {
                continue;
            }
            Files.createDirectories(target.resolve(name).getParent());
            Files.copy(file, target.resolve(name));
            names.append(name).append('\n');
        }
        Files.writeString(target.resolve("names.txt"), names);
    }
}
