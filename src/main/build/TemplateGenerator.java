import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.Map;

/**
 * Makes Java of the templates: a class each, and one typed method each to call it. Started from source by
 * {@code src/main/web/templates.mjs}, when a template has changed; the Maven plugin of the template engine writes every
 * class anew in each build, after which everything is compiled again.
 */
final class TemplateGenerator {
    private static final String PACKAGE = "dev.archnotes.site.templates";

    private TemplateGenerator() {}

    /** The folder of the templates, the folder for Java, and the folder for the text that stays as it is. */
    public static void main(String[] folders) {
        TemplateEngine engine = TemplateEngine.create(
                new DirectoryCodeResolver(Path.of(folders[0])), Path.of(folders[1]), ContentType.Html, null, PACKAGE);
        engine.setTargetResourceDirectory(Path.of(folders[2]));
        engine.setTrimControlStructures(true);
        engine.setBinaryStaticContent(true);
        engine.setExtensions(Map.of("gg.jte.models.generator.ModelExtension", Map.of()));
        engine.generateAll();
    }
}
