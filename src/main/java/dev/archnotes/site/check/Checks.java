package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.markdown.math.MathRenderer;
import java.util.List;

/** All checks of a library. A new one is a class and a line here. */
public final class Checks {

    private Checks() {}

    /**
     * A library with its facts, and what is wrong with it.
     *
     * @param library the library with its facts
     * @param findings everything that was found
     */
    public record Result(ComputedLibrary library, Diagnostics findings) {}

    /**
     * Derives the facts of a library and asks every question about it.
     *
     * @param math reads the formulas
     */
    public static Result run(Library library, MathRenderer math) {
        Diagnostics.Builder findings = Diagnostics.builder();
        ComputedLibrary computed = ComputedLibrary.of(library, findings);
        all(math).forEach(check -> check.check(computed, findings));
        return new Result(computed, findings.build());
    }

    private static List<Check> all(MathRenderer math) {
        return List.of(
                new NoteLinks(),
                new Figures(),
                new Citations(),
                new CheckedFacts(),
                new Slugs(),
                new VariantIds(),
                new Blocks(),
                new ConceptFeatures(),
                new TimelineReferences(),
                new TimelineDates(),
                new MechanismReferences(),
                new MechanismSteps(),
                new ComparisonReferences(),
                new Formulas(math));
    }
}
