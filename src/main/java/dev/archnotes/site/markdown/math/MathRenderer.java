package dev.archnotes.site.markdown.math;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Turns TeX into MathML. */
public interface MathRenderer {

    /** The MathML of a formula, or why there is none; the same for the same formula. */
    MathResult render(String tex, boolean display);

    /** Says which formulas will be asked for, so that those which take time can be rendered side by side. */
    default void prepare(Collection<MathSnippet> formulas) {}

    /** A finding for each of some formulas that cannot be read. */
    default List<Diagnostic> check(Collection<MathSnippet> formulas) {
        List<Diagnostic> findings = new ArrayList<>();
        for (MathSnippet formula : formulas) {
            if (render(formula.tex(), formula.display()) instanceof MathResult.Failed failed) {
                findings.add(Diagnostic.error(Rule.BAD_MATH, formula.locate(failed.position()), failed.message()));
            }
        }
        return findings;
    }
}
