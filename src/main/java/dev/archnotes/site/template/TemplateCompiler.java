package dev.archnotes.site.template;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.templates.StaticTemplates;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * Makes classes of templates: the template engine makes Java of each, and the compiler of the JDK classes of that. All
 * that is wrong is found in one run. Works in a folder of its own, which goes when it is closed.
 */
final class TemplateCompiler implements AutoCloseable {
    private static final String PACKAGE = StaticTemplates.class.getPackageName();
    private static final Pattern IN_TEMPLATE =
            Pattern.compile("Failed to compile (.+?), error at line (\\d+): (.*)", Pattern.DOTALL);
    private static final Pattern NO_TEMPLATE = Pattern.compile("(.+) not found, referenced at (.+):(\\d+)");
    private static final Pattern LINES = Pattern.compile("JTE_LINE_INFO = \\{([0-9,]*)}");
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+\\w+ (\\w+)");

    private final SortedMap<String, String> texts;
    private final Path folder;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final SortedMap<String, TemplateClass> classes = new TreeMap<>();
    private final SortedMap<String, byte[]> bytes = new TreeMap<>();

    /**
     * Compiles templates.
     *
     * @param texts their texts by their files: {@code page/text.jte}
     */
    TemplateCompiler(SortedMap<String, String> texts, JavaCompiler compiler) throws IOException {
        this.texts = texts;
        this.folder = Files.createTempDirectory("archnotes-templates");
        Map<Path, TemplateClass> java = new LinkedHashMap<>();
        for (String file : texts.keySet()) {
            generate(file, java);
        }
        if (findings.isEmpty()) {
            compile(compiler, java);
        }
    }

    /** What is wrong, told by the files of the templates. */
    List<Diagnostic> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** What each class was made of. */
    SortedMap<String, TemplateClass> classes() {
        return Collections.unmodifiableSortedMap(classes);
    }

    /** The class files by the names of their classes; none where anything is wrong. */
    SortedMap<String, byte[]> bytes() {
        return Collections.unmodifiableSortedMap(bytes);
    }

    /** One at a time, since the engine stops at the first mistake; each in a folder, which the engine empties. */
    private void generate(String file, Map<Path, TemplateClass> java) throws IOException {
        Path target = Files.createTempDirectory(folder, "java");
        TemplateEngine engine = TemplateEngine.create(new Texts(file), target, ContentType.Html, null, PACKAGE);
        engine.setTrimControlStructures(true);
        try {
            for (String made : engine.generateAll()) {
                Path source = target.resolve(made);
                String text = Files.readString(source);
                // those that it calls are made with it, and compiled on their own where they are not the program's
                if (!text.contains("JTE_NAME = \"" + file + "\"")) {
                    continue;
                }
                TemplateClass template = new TemplateClass(file, lines(text));
                java.put(source, template);
                classes.put(made.substring(0, made.length() - ".java".length()).replace('/', '.'), template);
            }
        } catch (TemplateException wrong) {
            Diagnostic finding = finding(file, String.valueOf(wrong.getMessage()));
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        }
    }

    private static List<Integer> lines(String java) {
        Matcher lines = LINES.matcher(java);
        return lines.find() && !lines.group(1).isEmpty()
                ? Arrays.stream(lines.group(1).split(","))
                        .map(line -> Integer.parseInt(line) + 1)
                        .toList()
                : List.of();
    }

    private Diagnostic finding(String file, String message) {
        Matcher inTemplate = IN_TEMPLATE.matcher(message);
        if (inTemplate.matches()) {
            return Diagnostic.error(
                    Rule.TEMPLATE,
                    new Location(inTemplate.group(1), Integer.parseInt(inTemplate.group(2)), 1),
                    oneLine(inTemplate.group(3)));
        }
        Matcher missing = NO_TEMPLATE.matcher(message);
        if (missing.matches()) {
            String name = missing.group(1);
            TreeSet<String> known = new TreeSet<>(Originals.files());
            known.addAll(texts.keySet());
            return Diagnostic.error(
                            Rule.TEMPLATE,
                            new Location(missing.group(2), Integer.parseInt(missing.group(3)), 1),
                            "there is no template " + name)
                    .withHint(Suggestion.hint(name, known));
        }
        return Diagnostic.error(Rule.TEMPLATE, Location.startOf(file), oneLine(message));
    }

    private void compile(JavaCompiler compiler, Map<Path, TemplateClass> java) throws IOException {
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        Path target = Files.createDirectory(folder.resolve("classes"));
        List<String> options = List.of(
                "-proc:none", "-nowarn", "-d", target.toString(), "-classpath", System.getProperty("java.class.path"));
        boolean fine;
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(told, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            fine = compiler.getTask(null, files, told, options, null, files.getJavaFileObjectsFromPaths(java.keySet()))
                    .call();
        }
        if (!fine) {
            told.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                    .map(diagnostic -> finding(diagnostic, java))
                    .forEach(findings::add);
            return;
        }
        try (Stream<Path> made = Files.walk(target)) {
            for (Path file :
                    made.filter(one -> one.toString().endsWith(".class")).toList()) {
                String path = target.relativize(file).toString().replace('\\', '/');
                bytes.put(
                        path.substring(0, path.length() - ".class".length()).replace('/', '.'),
                        Files.readAllBytes(file));
            }
        }
    }

    private Diagnostic finding(javax.tools.Diagnostic<? extends JavaFileObject> told, Map<Path, TemplateClass> java) {
        String message = oneLine(told.getMessage(Locale.ENGLISH));
        TemplateClass template = told.getSource() == null
                ? null
                : java.get(Path.of(told.getSource().toUri()));
        if (template == null) {
            return Diagnostic.error(Rule.TEMPLATE, Location.startOf(texts.firstKey()), message);
        }
        Location start = template.at(told.getLineNumber());
        String line = texts.getOrDefault(start.path(), "")
                .lines()
                .skip(start.line() - 1)
                .findFirst()
                .orElse("");
        Matcher symbol = SYMBOL.matcher(message);
        String word = symbol.find() ? symbol.group(1) : "";
        int column = word.isEmpty() ? -1 : line.indexOf(word);
        return Diagnostic.error(Rule.TEMPLATE, start.right(Math.max(0, column)), message)
                .withLength(column < 0 ? 1 : word.length());
    }

    private static String oneLine(String text) {
        // what the class is called into which a template is made is nobody's business
        return text.strip()
                .replaceAll("\\s*\\R\\s*", "; ")
                .replaceAll("\\s+", " ")
                .replaceAll("; location: class \\S+$", "");
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> made = Files.walk(folder)) {
            all = made.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }

    /** The templates here and, for those that they call, those of the program; the engine is given one to compile. */
    private final class Texts implements CodeResolver {
        private final String file;

        Texts(String file) {
            this.file = file;
        }

        @Override
        public @Nullable String resolve(String name) {
            String own = texts.get(name);
            return own != null ? own : Originals.text(name).orElse(null);
        }

        @Override
        public boolean exists(String name) {
            return resolve(name) != null;
        }

        @Override
        public long getLastModified(String name) {
            return 0;
        }

        @Override
        public List<String> resolveAllTemplateNames() {
            return List.of(file);
        }
    }
}
