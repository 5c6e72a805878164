package dev.archnotes;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may import which. A package that is not in the table fails, and so does a class in the root. */
@AnalyzeClasses(packages = "dev.archnotes", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportTableTest {
    private static final String ROOT = "dev.archnotes.";
    private static final Path SOURCES = Path.of("src/main/java/dev/archnotes");
    private static final int MOST_FILES = 35;

    /** A package, then what it may import of the project's own. */
    private static final List<List<String>> TABLE = List.of(
            List.of("model.attention", "model.form", "model.number", "model.tensor"),
            List.of("model.checkpoint", "model.diagnostic"),
            List.of(
                    "model.compare",
                    "model.attention",
                    "model.fact",
                    "model.network",
                    "model.number",
                    "model.spec",
                    "model.tensor"),
            List.of(
                    "model.config",
                    "model.attention",
                    "model.diagnostic",
                    "model.network",
                    "model.spec",
                    "model.tensor"),
            List.of(
                    "model.deployment",
                    "model.attention",
                    "model.ledger",
                    "model.network",
                    "model.spec",
                    "model.tensor"),
            List.of("model.diagnostic", "model.text"),
            List.of(
                    "model.fact",
                    "model.attention",
                    "model.form",
                    "model.ledger",
                    "model.network",
                    "model.number",
                    "model.spec",
                    "model.tensor",
                    "model.vision"),
            List.of("model.form", "model.number"),
            List.of("model.json"),
            List.of(
                    "model.ledger",
                    "model.attention",
                    "model.network",
                    "model.number",
                    "model.spec",
                    "model.tensor",
                    "model.vision"),
            List.of("model.network", "model.form", "model.number", "model.tensor"),
            List.of("model.number"),
            List.of("model.operation"),
            List.of(
                    "model.reader",
                    "model.attention",
                    "model.config",
                    "model.diagnostic",
                    "model.network",
                    "model.spec",
                    "model.tensor",
                    "model.vision"),
            List.of(
                    "model.spec",
                    "model.attention",
                    "model.form",
                    "model.network",
                    "model.number",
                    "model.tensor",
                    "model.vision"),
            List.of("model.tensor"),
            List.of("model.text"),
            List.of(
                    "model.verify",
                    "model.attention",
                    "model.checkpoint",
                    "model.ledger",
                    "model.network",
                    "model.spec",
                    "model.tensor",
                    "model.vision"),
            List.of("model.vision", "model.form", "model.operation", "model.tensor"),
            List.of(
                    "site.browser",
                    "model.attention",
                    "model.checkpoint",
                    "model.config",
                    "model.deployment",
                    "model.diagnostic",
                    "model.form",
                    "model.json",
                    "model.ledger",
                    "model.network",
                    "model.reader",
                    "model.spec",
                    "model.tensor",
                    "model.verify",
                    "model.vision",
                    "site.drawing",
                    "site.drawing.gallery",
                    "site.drawing.mechanism",
                    "site.drawing.mechanism.attention",
                    "site.drawing.mechanism.cost",
                    "site.drawing.mechanism.network",
                    "site.drawing.mechanism.steps"),
            List.of(
                    "site.build",
                    "model.diagnostic",
                    "site.cache",
                    "site.catalogue",
                    "site.check",
                    "site.content",
                    "site.files",
                    "site.markdown.math",
                    "site.page",
                    "site.plan",
                    "site.read",
                    "site.render",
                    "site.template",
                    "site.templates",
                    "site.write"),
            List.of("site.cache"),
            List.of(
                    "site.catalogue",
                    "model.fact",
                    "model.ledger",
                    "model.spec",
                    "site.content",
                    "site.markdown",
                    "site.markdown.node"),
            List.of(
                    "site.check",
                    "model.compare",
                    "model.diagnostic",
                    "model.fact",
                    "model.number",
                    "model.spec",
                    "site.catalogue",
                    "site.content",
                    "site.drawing.gallery",
                    "site.drawing.mechanism",
                    "site.markdown",
                    "site.markdown.math",
                    "site.markdown.node",
                    "site.page",
                    "site.parallel",
                    "site.write"),
            List.of(
                    "site.checkpoint",
                    "model.checkpoint",
                    "model.config",
                    "model.diagnostic",
                    "model.json",
                    "model.verify"),
            List.of(
                    "site.cli",
                    "model.checkpoint",
                    "model.config",
                    "model.deployment",
                    "model.diagnostic",
                    "model.fact",
                    "model.json",
                    "model.ledger",
                    "model.number",
                    "model.reader",
                    "model.spec",
                    "model.verify",
                    "site.build",
                    "site.cache",
                    "site.checkpoint",
                    "site.cli.argument",
                    "site.cli.report",
                    "site.content",
                    "site.files.data",
                    "site.fix",
                    "site.json",
                    "site.link",
                    "site.move",
                    "site.read",
                    "site.schema",
                    "site.serve",
                    "site.specification",
                    "site.start",
                    "site.template",
                    "site.write"),
            List.of("site.cli.argument", "model.deployment", "model.number", "site.template"),
            List.of(
                    "site.cli.report",
                    "model.checkpoint",
                    "model.deployment",
                    "model.diagnostic",
                    "model.fact",
                    "model.json",
                    "model.ledger",
                    "model.number",
                    "model.spec",
                    "model.tensor",
                    "model.verify",
                    "site.files.data",
                    "site.specification"),
            List.of(
                    "site.content",
                    "model.diagnostic",
                    "model.spec",
                    "site.look",
                    "site.markdown",
                    "site.markdown.node"),
            List.of(
                    "site.drawing",
                    "model.attention",
                    "model.fact",
                    "model.ledger",
                    "model.number",
                    "model.tensor",
                    "model.text"),
            List.of(
                    "site.drawing.architecture",
                    "model.attention",
                    "model.fact",
                    "model.ledger",
                    "model.network",
                    "model.number",
                    "model.spec",
                    "model.tensor",
                    "model.vision",
                    "site.content",
                    "site.drawing"),
            List.of(
                    "site.drawing.chart",
                    "model.attention",
                    "model.fact",
                    "model.ledger",
                    "model.number",
                    "model.spec",
                    "model.tensor",
                    "site.drawing"),
            List.of("site.drawing.concept", "site.content", "site.drawing"),
            List.of(
                    "site.drawing.gallery",
                    "model.spec",
                    "site.drawing.mechanism",
                    "site.drawing.mechanism.attention",
                    "site.drawing.mechanism.cost",
                    "site.drawing.mechanism.network",
                    "site.drawing.mechanism.small",
                    "site.drawing.mechanism.steps"),
            List.of("site.drawing.history", "model.number", "site.drawing"),
            List.of("site.drawing.mechanism", "model.number", "site.drawing"),
            List.of(
                    "site.drawing.mechanism.attention",
                    "model.attention",
                    "model.number",
                    "model.operation",
                    "model.spec",
                    "model.tensor",
                    "site.drawing",
                    "site.drawing.mechanism"),
            List.of(
                    "site.drawing.mechanism.cost",
                    "model.fact",
                    "model.ledger",
                    "model.number",
                    "model.operation",
                    "model.spec",
                    "model.tensor",
                    "model.vision",
                    "site.drawing",
                    "site.drawing.mechanism"),
            List.of(
                    "site.drawing.mechanism.network",
                    "model.attention",
                    "model.ledger",
                    "model.network",
                    "model.number",
                    "model.operation",
                    "model.spec",
                    "site.drawing",
                    "site.drawing.mechanism"),
            List.of("site.drawing.mechanism.small", "model.operation", "site.drawing", "site.drawing.mechanism"),
            List.of(
                    "site.drawing.mechanism.steps",
                    "model.attention",
                    "model.number",
                    "model.operation",
                    "model.spec",
                    "model.tensor",
                    "site.drawing",
                    "site.drawing.mechanism"),
            List.of(
                    "site.drawing.strip",
                    "model.attention",
                    "model.fact",
                    "model.ledger",
                    "model.network",
                    "model.number",
                    "model.spec",
                    "site.drawing"),
            List.of("site.figure", "model.diagnostic", "site.content"),
            List.of(
                    "site.files",
                    "model.compare",
                    "model.fact",
                    "model.json",
                    "model.spec",
                    "site.browser",
                    "site.cache",
                    "site.catalogue",
                    "site.content",
                    "site.drawing.strip",
                    "site.files.card",
                    "site.files.data",
                    "site.files.machine",
                    "site.files.search",
                    "site.look",
                    "site.page",
                    "site.parallel",
                    "site.schema",
                    "site.write"),
            List.of("site.files.card", "site.cache", "site.drawing", "site.page"),
            List.of("site.files.data", "model.fact", "model.json", "model.number", "model.spec", "model.tensor"),
            List.of(
                    "site.files.machine",
                    "site.catalogue",
                    "site.content",
                    "site.markdown",
                    "site.markdown.node",
                    "site.page",
                    "site.write"),
            List.of(
                    "site.files.search",
                    "model.attention",
                    "model.compare",
                    "model.deployment",
                    "model.fact",
                    "model.json",
                    "model.ledger",
                    "model.number",
                    "model.spec",
                    "model.tensor",
                    "site.cache",
                    "site.catalogue",
                    "site.content",
                    "site.page",
                    "site.parallel",
                    "site.write"),
            List.of("site.fix", "model.diagnostic"),
            List.of("site.json", "model.config", "model.diagnostic", "model.number", "model.reader", "model.spec"),
            List.of("site.label", "site.content"),
            List.of("site.link", "model.diagnostic", "site.content", "site.markdown", "site.markdown.node"),
            List.of("site.look"),
            List.of(
                    "site.markdown",
                    "model.diagnostic",
                    "site.look",
                    "site.markdown.code",
                    "site.markdown.math",
                    "site.markdown.node",
                    "site.markdown.tree"),
            List.of("site.markdown.code"),
            List.of("site.markdown.math", "model.diagnostic", "site.cache"),
            List.of("site.markdown.node", "model.diagnostic"),
            List.of("site.markdown.tree", "model.diagnostic", "site.markdown.node"),
            List.of(
                    "site.move",
                    "model.diagnostic",
                    "site.cache",
                    "site.content",
                    "site.markdown",
                    "site.markdown.node",
                    "site.read",
                    "site.write"),
            List.of(
                    "site.page",
                    "model.fact",
                    "model.ledger",
                    "model.number",
                    "model.spec",
                    "site.content",
                    "site.drawing",
                    "site.drawing.architecture",
                    "site.drawing.chart",
                    "site.drawing.concept",
                    "site.drawing.history",
                    "site.drawing.strip",
                    "site.markdown",
                    "site.markdown.node"),
            List.of("site.parallel"),
            List.of(
                    "site.plan",
                    "model.attention",
                    "model.compare",
                    "model.deployment",
                    "model.fact",
                    "model.form",
                    "model.ledger",
                    "model.network",
                    "model.number",
                    "model.spec",
                    "model.tensor",
                    "model.vision",
                    "site.cache",
                    "site.catalogue",
                    "site.content",
                    "site.drawing",
                    "site.drawing.architecture",
                    "site.drawing.chart",
                    "site.drawing.concept",
                    "site.drawing.gallery",
                    "site.drawing.history",
                    "site.drawing.mechanism",
                    "site.drawing.strip",
                    "site.label",
                    "site.markdown",
                    "site.markdown.node",
                    "site.page",
                    "site.parallel"),
            List.of(
                    "site.read",
                    "model.diagnostic",
                    "site.cache",
                    "site.content",
                    "site.figure",
                    "site.look",
                    "site.markdown",
                    "site.markdown.node",
                    "site.parallel",
                    "site.specification",
                    "site.write",
                    "site.yaml"),
            List.of(
                    "site.render",
                    "model.json",
                    "model.number",
                    "site.cache",
                    "site.content",
                    "site.label",
                    "site.markdown",
                    "site.markdown.math",
                    "site.markdown.node",
                    "site.page",
                    "site.parallel",
                    "site.write"),
            List.of("site.schema", "model.diagnostic", "model.json", "site.read", "site.yaml"),
            List.of("site.serve", "model.diagnostic", "model.json", "site.build", "site.content", "site.write"),
            List.of(
                    "site.specification",
                    "model.attention",
                    "model.diagnostic",
                    "model.form",
                    "model.network",
                    "model.spec",
                    "model.vision",
                    "site.content",
                    "site.yaml"),
            List.of("site.start"),
            List.of("site.template", "model.diagnostic", "site.templates"),
            List.of("site.write", "site.parallel"),
            List.of("site.yaml", "model.diagnostic", "model.number", "model.spec"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.archnotes");

    /** The generated templates. */
    private static final String TEMPLATES = "site.templates";

    /** Who prints through them: pages, and the few files that only machines read. */
    private static final Set<String> PRINTERS = Set.of("site.files.machine", "site.render");

    @TestFactory
    Stream<DynamicTest> aPackageImportsOnlyWhatTheTableAllows() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    List<String> forbidden = new ArrayList<>(packages());
                    forbidden.removeAll(row);
                    if (PRINTERS.contains(row.get(0))) {
                        forbidden.removeIf(name -> name.startsWith(TEMPLATES));
                    }
                    ArchRule rule = noClasses()
                            .that()
                            .resideInAPackage(ROOT + row.get(0))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    forbidden.stream().map(name -> ROOT + name).toArray(String[]::new));
                    rule.check(CLASSES);
                }));
    }

    @Test
    void theTableNamesEveryPackageAndNoOther() {
        assertThat(TABLE.stream().map(row -> row.get(0)))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(packages().stream()
                        .filter(name -> !name.startsWith(TEMPLATES))
                        .toList());
    }

    @Test
    void theRootHasTwoPackagesAndNoClass() throws IOException {
        try (Stream<Path> entries = Files.list(SOURCES)) {
            assertThat(entries.map(entry -> entry.getFileName().toString())).containsExactlyInAnyOrder("model", "site");
        }
    }

    @Test
    void noPackageHasMoreFilesThanTheEyeTakesIn() throws IOException {
        Map<Path, List<Path>> folders = sources().collect(Collectors.groupingBy(Path::getParent));
        Map<String, Integer> large = new TreeMap<>();
        folders.forEach((folder, files) -> {
            if (files.size() - 1 > MOST_FILES) {
                large.put(folder.toString(), files.size() - 1);
            }
        });
        assertThat(large).as("packages of more than %d files", MOST_FILES).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItTakesGivesAndNeverDoesAndHoldsNoNullUnmarked() throws IOException {
        Map<String, String> silent = new LinkedHashMap<>();
        for (Path folder : sources().map(Path::getParent).distinct().sorted().toList()) {
            Path info = folder.resolve("package-info.java");
            String text = Files.exists(info) ? Files.readString(info) : "";
            for (String word : List.of("Takes ", "Gives ", "Never ")) {
                if (!text.contains("<p>" + word)) {
                    silent.put(folder.toString(), word.strip());
                }
            }
            if (!text.contains("@NullMarked\npackage ")) {
                silent.put(folder.toString(), "@NullMarked");
            }
        }
        assertThat(silent).isEmpty();
    }

    private static List<String> packages() {
        return CLASSES.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .distinct()
                .toList();
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    @ArchTest
    static final ArchRule NO_CYCLE = slices().matching("dev.archnotes.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage(ROOT + "site.templates.."), alwaysTrue());

    /** They also run in a browser. */
    @ArchTest
    static final ArchRule THE_MODEL_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage(ROOT + "model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..", "java.nio..", "java.lang.reflect..", "java.util.regex..", "java.util.concurrent..")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    /** At run time: only the compiler reads the annotations. */
    @ArchTest
    static final ArchRule THE_MODEL_NEEDS_NOTHING_BUT_THE_JDK = classes()
            .that()
            .resideInAPackage(ROOT + "model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "model..", "java..", "org.jspecify.annotations");
}
