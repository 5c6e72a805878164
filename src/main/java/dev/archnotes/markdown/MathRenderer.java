package dev.archnotes.markdown;

import dev.archnotes.diagnostic.Diagnostic;
import dev.archnotes.diagnostic.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Turns TeX into MathML. */
public interface MathRenderer {

    /** The MathML of a formula, or why there is none; the same for the same formula. */
    MathResult render(String tex, boolean display);

    /** Says which formulas will be asked for, so that those which take time can be rendered side by side. */
    default void prepare(Collection<MathSnippet> formulas) {}

    /** A finding for each of a document's formulas that cannot be read. */
    default List<Diagnostic> check(MarkdownDocument document) {
        List<Diagnostic> findings = new ArrayList<>();
        for (MathSnippet formula : document.formulas()) {
            if (render(formula.tex(), formula.display()) instanceof MathResult.Failed failed) {
                findings.add(Diagnostic.error(Rule.BAD_MATH, formula.locate(failed.position()), failed.message()));
            }
        }
        return findings;
    }
}
