package dev.archnotes.site.template;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.templates.StaticTemplates;
import dev.archnotes.site.templates.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Templates of a site's own: a folder with files named as those of the program, each of which stands in for one of
 * them, and such as they call besides. They are compiled when they are first asked for, and again when one of them has
 * changed.
 */
public final class OwnTemplates {
    /** For a site that has none. */
    public static final OwnTemplates NONE = new OwnTemplates(null, null);

    private final @Nullable Path folder;
    private final @Nullable JavaCompiler compiler;
    private SortedMap<String, String> last = new TreeMap<>();
    private Compiled compiled = new Compiled(new StaticTemplates(), Diagnostics.none(), Map.of(), Map.of());

    private OwnTemplates(@Nullable Path folder, @Nullable JavaCompiler compiler) {
        this.folder = folder;
        this.compiler = compiler;
    }

    /**
     * The program's templates with those of a site in their places.
     *
     * @param templates all of them, to be called
     * @param findings what is wrong with those of the site; where there is anything, the templates are the program's
     * @param sources their texts by their paths in findings
     * @param lines the lines of the templates behind the lines of each class
     */
    public record Compiled(
            Templates templates, Diagnostics findings, Map<String, String> sources, Map<String, TemplateClass> lines) {

        private Compiled below(String above) {
            Map<String, String> placed = new TreeMap<>();
            sources.forEach((file, text) -> placed.put(above + file, text));
            Map<String, TemplateClass> classes = new TreeMap<>();
            lines.forEach((name, made) -> classes.put(name, made.below(above)));
            return new Compiled(
                    templates,
                    Diagnostics.of(findings.all().stream()
                            .map(finding -> finding.below(above))
                            .toList()),
                    placed,
                    classes);
        }

        /** What a failure was about, where it happened in a template of the site. */
        public Optional<Diagnostic> failure(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                for (StackTraceElement element : cause.getStackTrace()) {
                    TemplateClass failed = lines.get(element.getClassName());
                    if (failed != null) {
                        return Optional.of(Diagnostic.error(
                                Rule.TEMPLATE,
                                failed.at(element.getLineNumber()),
                                "this fails where a page is printed: " + cause));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The templates of a folder.
     *
     * @param notes the folder of the notes, from which no template is taken: whoever writes notes writes no code
     * @throws TemplatesRefused where they cannot be used
     */
    public static OwnTemplates in(Path folder, Path notes) throws IOException {
        return in(folder, notes, ToolProvider.getSystemJavaCompiler());
    }

    static OwnTemplates in(Path folder, Path notes, @Nullable JavaCompiler compiler) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new TemplatesRefused(
                    "there is no folder of templates at " + folder + "; archnotes new template page/text begins one");
        }
        checkApart(folder, notes);
        if (compiler == null) {
            throw new TemplatesRefused("templates of one's own are compiled, and this Java ("
                    + Runtime.version().feature() + ", " + System.getProperty("java.home")
                    + ") has no compiler: install a JDK instead of a JRE");
        }
        OwnTemplates templates = new OwnTemplates(folder, compiler);
        if (templates.read().isEmpty()) {
            throw new TemplatesRefused(folder + " has no template; archnotes new template page/text begins one");
        }
        return templates;
    }

    /** Refuses templates that whoever writes those notes could have written. */
    public void checkApart(Path notes) throws IOException {
        if (folder != null) {
            checkApart(folder, notes);
        }
    }

    private static void checkApart(Path folder, Path notes) throws IOException {
        Path own = notes.toRealPath();
        Path templates = folder.toRealPath();
        if (templates.startsWith(own) || own.startsWith(templates)) {
            throw new TemplatesRefused("templates are code, and code is not taken from notes: " + folder + " and "
                    + notes + " have to lie apart from each other");
        }
    }

    /** The folder; none where a site has no templates of its own. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /**
     * The templates as they are now.
     *
     * @param notes the folder from which paths in findings are told
     */
    public Compiled compiled(Path notes) throws IOException {
        if (folder == null || compiler == null) {
            return compiled;
        }
        SortedMap<String, String> texts = read();
        if (!texts.equals(last)) {
            compiled = compile(texts, compiler);
            last = texts;
        }
        return compiled.below(above(notes, folder));
    }

    /** {@code ../templates/}, as seen from the notes. */
    private static String above(Path notes, Path folder) {
        Path from = notes.toAbsolutePath().normalize();
        return from.relativize(folder.toAbsolutePath().normalize()).toString().replace('\\', '/') + "/";
    }

    private SortedMap<String, String> read() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        if (folder != null) {
            List<Path> files;
            try (Stream<Path> found = Files.walk(folder)) {
                files = found.filter(file -> file.toString().endsWith(Originals.ENDING))
                        .filter(Files::isRegularFile)
                        .toList();
            }
            for (Path file : files) {
                texts.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static Compiled compile(SortedMap<String, String> texts, JavaCompiler compiler) throws IOException {
        Diagnostics.Builder findings = Diagnostics.builder();
        texts.forEach((file, text) ->
                misnamed(file, texts).or(() -> called(file, text)).ifPresent(findings::add));
        Diagnostics found = findings.build();
        if (found.hasErrors()) {
            return new Compiled(new StaticTemplates(), found, texts, Map.of());
        }
        try (TemplateCompiler work = new TemplateCompiler(texts, compiler)) {
            Diagnostics told = Diagnostics.of(work.findings());
            return new Compiled(
                    told.isEmpty() ? TemplateLoader.load(work.bytes()) : new StaticTemplates(),
                    told,
                    texts,
                    work.classes());
        }
    }

    /** A file that stands in for no template, and that no other template calls. */
    private static Optional<Diagnostic> misnamed(String file, SortedMap<String, String> texts) {
        SortedSet<String> known = Originals.files();
        String call = "@template."
                + file.substring(0, file.length() - Originals.ENDING.length()).replace('/', '.') + "(";
        if (known.contains(file) || texts.values().stream().anyMatch(text -> text.contains(call))) {
            return Optional.empty();
        }
        String hint = Suggestion.hint(file, known);
        return Optional.of(Diagnostic.error(
                        Rule.TEMPLATE,
                        Location.startOf(file),
                        "the program has no template " + file + ", and no template here calls " + call + "…)")
                .withHint(hint.isEmpty() ? "archnotes new template lists those of the program" : hint));
    }

    /** A template that wants to be called otherwise than the one for which it stands is. */
    private static Optional<Diagnostic> called(String file, String text) {
        List<String> wanted = Originals.text(file).map(Originals::parameters).orElse(Originals.parameters(text));
        List<String> written = Originals.parameters(text);
        if (written.equals(wanted)) {
            return Optional.empty();
        }
        int same = 0;
        while (same < Math.min(written.size(), wanted.size())
                && written.get(same).equals(wanted.get(same))) {
            same++;
        }
        int line = 1;
        if (same < written.size()) {
            String different = written.get(same);
            line += (int) text.lines()
                    .takeWhile(other -> !other.strip().replaceAll("\\s+", " ").equals(different))
                    .count();
        }
        return Optional.of(Diagnostic.error(
                        Rule.TEMPLATE,
                        new Location(file, line, 1),
                        "a template is called with what the program's own says, no more, no less, in that order")
                .withHint("write these lines:\n" + String.join("\n", wanted)));
    }
}
