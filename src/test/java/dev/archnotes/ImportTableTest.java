package dev.archnotes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which package may import which; the root and {@code cli} may import all. */
@AnalyzeClasses(packages = "dev.archnotes", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportTableTest {
    private static final String ROOT = "dev.archnotes.";

    /** A package, then what it may import of the project's own. */
    private static final List<List<String>> TABLE = List.of(
            List.of("diagnostic"),
            List.of("spec"),
            List.of("calc", "spec"),
            List.of("markdown", "diagnostic"),
            List.of("content", "diagnostic", "spec", "markdown"),
            List.of("read", "content", "markdown", "spec", "diagnostic"),
            List.of("json"),
            List.of("compare", "calc", "spec"),
            List.of("data", "json", "calc", "spec"),
            List.of("report", "calc", "spec"),
            List.of("drawing", "calc", "spec"),
            List.of("check", "content", "calc", "spec", "markdown", "diagnostic"),
            List.of("page", "content", "calc", "compare", "spec", "markdown", "drawing"),
            List.of("render", "page", "content", "markdown", "drawing"),
            List.of("card", "page", "drawing"),
            List.of("search", "json", "page", "content", "calc", "spec", "markdown"),
            List.of("browser", "read", "calc", "spec", "diagnostic"),
            List.of("output"),
            List.of("site", "browser", "card", "content", "data", "json", "output", "page", "search", "spec"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.archnotes");

    @TestFactory
    Stream<DynamicTest> aPackageImportsOnlyWhatTheTableAllows() {
        return TABLE.stream().filter(row -> CLASSES.containPackage(ROOT + row.get(0))).map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
            List<String> allowed = new ArrayList<>(row.stream().map(name -> ROOT + name + "..").toList());
            String[] forbidden = TABLE.stream().map(other -> ROOT + other.get(0) + "..").filter(name -> !allowed.contains(name)).toArray(String[]::new);
            ArchRule rule = noClasses().that().resideInAPackage(ROOT + row.get(0) + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(forbidden)
                    .orShould().dependOnClassesThat().resideInAnyPackage(ROOT + "cli..");
            rule.check(CLASSES);
        }));
    }

    /** They also run in a browser. */
    @ArchTest
    static final ArchRule SPEC_AND_CALC_ARE_PLAIN_JAVA = noClasses().that().resideInAnyPackage(ROOT + "spec..", ROOT + "calc..")
            .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio..", "java.lang.reflect..", "java.util.regex..", "java.util.concurrent..")
            .orShould().callMethod(String.class, "format", String.class, Object[].class)
            .orShould().callMethod(String.class, "formatted", Object[].class)
            .orShould().dependOnClassesThat().areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule SPEC_AND_CALC_USE_NOTHING_BUT_THE_JDK = classes().that().resideInAnyPackage(ROOT + "spec..", ROOT + "calc..")
            .should().onlyDependOnClassesThat().resideInAnyPackage(ROOT + "spec..", ROOT + "calc..", "java..");
}
