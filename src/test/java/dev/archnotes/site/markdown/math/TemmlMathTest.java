package dev.archnotes.site.markdown.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.cache.TextCache;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.MarkdownDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Skipped where the build has not brought Temml's script. */
class TemmlMathTest {

    private static String script;
    private static TemmlMath math;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException {
        try (InputStream resource = TemmlMathTest.class.getResourceAsStream("/web/temml.min.js")) {
            assumeTrue(
                    resource != null, "web/temml.min.js is not on the class path: run the build that gets it by npm");
            script = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        math = new TemmlMath(script, folder);
    }

    @Test
    void rendersMathMl() {
        assertThat(math.render("\\sqrt{d_k}", false))
                .isEqualTo(new MathResult.Rendered("<math><msqrt><msub><mi>d</mi><mi>k</mi></msub></msqrt></math>"));
        assertThat(mathml("\\frac{a}{b}", true))
                .startsWith("<math display=\"block\"")
                .contains("<mfrac>");
    }

    @Test
    void takesAFormulaItKnowsFromTheCache(@TempDir Path other) throws IOException {
        new TemmlMath(script, other.resolve("first")).render("E = mc^2", false);
        String line = Files.readString(other.resolve("first/formulas.txt"));
        String key = line.substring(0, line.indexOf(' '));
        new TextCache(other.resolve("second/formulas.txt")).put(key, "<math>kept</math>");

        assertThat(new TemmlMath(script, other.resolve("second")).render("E = mc^2", false))
                .isEqualTo(new MathResult.Rendered("<math>kept</math>"));
    }

    @Test
    void rendersManyFormulasSideBySide() {
        StringBuilder text = new StringBuilder("$\\nope$ ");
        for (int i = 0; i < 120; i++) {
            text.append("$x_{").append(i).append("}$ ");
        }
        MarkdownDocument document = MarkdownDialect.parse("a.md", 1, text.toString());
        TemmlMath other = new TemmlMath(script, folder.resolve("side-by-side"));
        other.prepare(document.formulas());
        assertThat(other.render("x_{119}", false)).isEqualTo(math.render("x_{119}", false));
        assertThat(other.check(document.formulas())).hasSize(1);
    }

    @Test
    void saysByClassesWhatTemmlSaysInStyles() {
        assertThat(mathml("\\hat{x}", false))
                .contains("class=\"chr-sml wbk-sml-acc m-depth0\"")
                .doesNotContain(" style=");
        assertThat(mathml("\\begin{aligned} a &= b \\end{aligned}", true))
                .contains("m-p")
                .doesNotContain(" style=");
    }

    @Test
    void refusesAStyleThatTheStylesheetDoesNotHave() {
        assertThat(math.render("\\color{red} x", false))
                .isEqualTo(new MathResult.Failed(
                        "the formula needs the style \"color:#ff0000\", which the stylesheet does not have", 0));
    }

    /** A bar of that size hides the page, a space makes it as broad; a reference is a link to nothing. */
    @ParameterizedTest
    @CsvSource({
        "'\\rule{99999em}{99999em}', 'the formula has a length of 99999em, at most 40em are drawn'",
        "'\\rule{1em}{41em}', 'the formula has a length of 41em, at most 40em are drawn'",
        "'\\kern99999999999em', 'the formula has a length of 99999999999em, at most 40em are drawn'",
        "'\\genfrac{[}{]}{300em}{1}{x}{y}', 'the formula has a length of 300em, at most 40em are drawn'",
        "'a \\ref{x}', 'the formula needs <a>, which is more than mathematics'"
    })
    void refusesWhatIsMoreThanMathematics(String tex, String message) {
        assertThat(math.render(tex, false)).isEqualTo(new MathResult.Failed(message, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "<mi onclick=\"x\">a</mi>, 'the formula needs the attribute onclick, which is more than mathematics'",
        "<mi href='#x'>a</mi>, 'the formula needs the attribute href, which is more than mathematics'",
        "<script>a</script>, 'the formula needs <script>, which is more than mathematics'",
        "<mi class=a>a</mi>, 'the formula gives <… class=a>, which is no MathML'",
        "<mi class=\"a\"/onclick=\"x\">, 'the formula gives <…/onclick=\"x\">, which is no MathML'",
        "<mspace width=\"1e9em\"/>, 'the formula has a length of 1e9em, at most 40em are drawn'",
        "<!-- -->, 'the formula needs <!-->, which is more than mathematics'"
    })
    void refusesWhatTemmlMayNotGive(String mathml, String message) {
        assertThat(MathMl.withoutStyles(mathml)).isEqualTo(new MathResult.Failed(message, 0));
    }

    @Test
    void findsWhereAFormulaGoesWrong() {
        MarkdownDocument document =
                MarkdownDialect.parse("a.md", 5, "So $x + \\nope y$ and\n\n$$\na \\\\\n  b_{\n$$\n");
        List<Diagnostic> findings = math.check(document.formulas());

        assertThat(findings)
                .extracting(finding -> finding.location().toString())
                .containsExactly("a.md:5:9", "a.md:9:6");
        assertThat(findings)
                .extracting(Diagnostic::message)
                .containsExactly("unsupported function name: \\nope", "expected '}', got the end of the formula");
    }

    @Test
    void goesOnAfterAFormulaThatIsTooMuch() {
        math.render("{".repeat(20_000) + "x" + "}".repeat(20_000), false);
        math.render("\\def\\a{\\a\\a}\\a", false);
        assertThat(mathml("y", false)).contains("<mi>y</mi>");
    }

    static Stream<Arguments> endless() {
        String x = "x".repeat(200);
        return Stream.of(
                Arguments.of("\\def\\b{" + "x".repeat(1_000) + "}" + "\\b".repeat(999), "too many steps"),
                Arguments.of("\\def\\b#1{" + "#1".repeat(2_000) + "}\\b{" + x + "}", "too many steps"),
                Arguments.of("\\def\\b#1{" + "#1".repeat(1_000) + "}\\b{\\b{\\b{" + x + "}}}", "too many steps"),
                Arguments.of("\\def\\a{\\a\\a}\\a", "too many "),
                // a thousand times as much as is written, which one formula may be, but not twenty thousand of them
                Arguments.of("\\def\\b#1{" + "#1".repeat(10) + "}\\b{\\b{\\b{x_1}}}", "too many steps"),
                Arguments.of("\\frac{1}{".repeat(1_000) + "x" + "}".repeat(1_000), "characters, at most 5000"),
                Arguments.of("\\sqrt{".repeat(101) + "x" + "}".repeat(101), "nested more than 100 deep"),
                Arguments.of("\\left(".repeat(101) + "x" + "\\right)".repeat(101), "nested more than 100 deep"),
                Arguments.of(
                        "\\begin{matrix}" + ("a" + "&a".repeat(299) + "\\\\").repeat(300) + "\\end{matrix}",
                        "characters, at most 5000"));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void aFormulaThatWouldTakeForEverIsAFinding(String tex, String message) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(math.render(tex, true))
                        .isInstanceOfSatisfying(
                                MathResult.Failed.class,
                                failed -> assertThat(failed.message()).contains(message)));
    }

    @Test
    void aFormulaIsReadUpToItsBounds() {
        assertThat(mathml("x_{1} + ".repeat(620) + "y", true)).contains("<mi>y</mi>");
        assertThat(mathml("\\sqrt{".repeat(100) + "y" + "}".repeat(100), true)).contains("<mi>y</mi>");
        assertThat(mathml("\\left(".repeat(100) + "y" + "\\right)".repeat(100), true))
                .contains("<mi>y</mi>");
    }

    @Test
    void formulasDoNotShareDefinitions() {
        mathml("\\gdef\\mine{z}\\mine", false);
        assertThat(math.render("\\mine", false)).isInstanceOf(MathResult.Failed.class);
    }

    @Test
    void cannotBreakOutOfItsScript() throws IOException {
        assertThat(mathml("\\text{'\"`</script>}", false)).contains("&lt;/script");
        assertThat(Files.readString(folder.resolve("formulas.txt"))).doesNotContain("</script>");
    }

    private static String mathml(String tex, boolean display) {
        assertThat(math.render(tex, display)).isInstanceOf(MathResult.Rendered.class);
        return ((MathResult.Rendered) math.render(tex, display)).mathml();
    }

    /** Each of these would take a second: the site would take as long as there are of them. */
    @Test
    void manyFormulasThatNeverEndCostNoMoreThanAFew() {
        String endless = "\\def\\b{" + "x".repeat(1_000) + "}" + "\\b".repeat(999);
        List<MathSnippet> formulas = IntStream.range(0, 300)
                .mapToObj(i -> new MathSnippet(endless + i, true, List.of(Location.startOf("note.md"))))
                .toList();
        TemmlMath bounded = new TemmlMath(script, folder.resolve("many"));

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> bounded.prepare(formulas));
        assertThat(formulas.stream().map(formula -> bounded.render(formula.tex(), true)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(MathResult.Failed.class));
        assertThat(bounded.render(formulas.get(3).tex(), true)).isEqualTo(TemmlEngine.TOO_MANY_STEPS);
        assertThat(bounded.render(formulas.get(4).tex(), true))
                .isEqualTo(new MathResult.Failed("too many formulas before it take too many steps", 0));
    }

    @Test
    void behindAMillionCharactersNoFormulaIsRead() {
        List<MathSnippet> formulas = IntStream.range(0, 210)
                .mapToObj(i -> new MathSnippet("\\nope".repeat(990) + i, true, List.of(Location.startOf("note.md"))))
                .toList();
        TemmlMath bounded = new TemmlMath(script, folder.resolve("long"));

        bounded.prepare(formulas);
        // each has 4,951 to 4,953 characters
        assertThat(bounded.render(formulas.get(200).tex(), true))
                .isEqualTo(new MathResult.Failed("unsupported function name: \\nope", 0));
        assertThat(bounded.render(formulas.get(205).tex(), true))
                .isEqualTo(new MathResult.Failed("1000000 characters of formulas stand before it", 0));
    }
}
