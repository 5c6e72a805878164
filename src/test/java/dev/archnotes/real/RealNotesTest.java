package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.markdown.math.MathSnippet;
import dev.archnotes.site.markdown.math.TemmlMath;
import dev.archnotes.sites.BuiltSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing is wrong with the notes that this repository publishes, their formulas included. */
@Tag("site")
class RealNotesTest {

    @Test
    void realNotesHaveNoFindings() throws IOException {
        SiteBuild.Result checked = new SiteBuild(Path.of("notes"), Path.of("target/formulas")).check();

        assertThat(new DiagnosticPrinter(checked.library().sources()::get, false, "notes/")
                        .print(checked.findings(), checked.library().notes().size()))
                .isEmpty();
        assertThat(checked.library().notes()).hasSizeGreaterThan(20);
    }

    /** The stylesheet has classes in place of the styles that formulas ask for. */
    @Test
    void noFormulaHasAStyle() {
        TemmlMath math = TemmlMath.withCache(BuiltSite.CACHE);
        List<MathSnippet> formulas = RealSite.get().catalogue().library().notes().stream()
                .flatMap(note -> note.document().formulas().stream())
                .toList();
        math.prepare(formulas);
        assertThat(formulas)
                .isNotEmpty()
                .allSatisfy(formula -> assertThat(math.render(formula.tex(), formula.display()))
                        .isInstanceOfSatisfying(
                                MathResult.Rendered.class,
                                rendered -> assertThat(rendered.mathml()).doesNotContain(" style=")));
    }
}
