package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Targets;
import dev.archnotes.site.markdown.math.MathRenderer;
import dev.archnotes.site.parallel.Evenly;
import java.util.List;

/** All checks of a library. A new one is a class and a line here. */
public final class Checks {
    private final MathRenderer math;

    /**
     * The checks, ready to be run.
     *
     * @param math reads the formulas
     */
    public Checks(MathRenderer math) {
        this.math = math;
    }

    /**
     * What is wrong with a library, and what its notes refer to.
     *
     * @param findings everything that was found
     * @param targets what links, images and figures lead to; complete where there is no error
     */
    public record Result(Diagnostics findings, Targets targets) {}

    /** Asks every question about a library; no question needs the answer to another. */
    public Result run(Catalogue catalogue) {
        Diagnostics.Builder findings = Diagnostics.builder();
        Targets.Builder targets = Targets.builder();
        Evenly.each(all(targets), check -> check.check(catalogue, findings));
        return new Result(findings.build(), targets.build());
    }

    private List<Check> all(Targets.Builder targets) {
        return List.of(
                new NoteLinks(targets),
                new Figures(targets),
                new Citations(),
                new CheckedFacts(targets),
                new FiguresFit(),
                new Slugs(),
                new TextLengths(),
                new OtherKeys(),
                new ShareCards(),
                new Addresses(),
                new VariantIds(),
                new Blocks(),
                new RepeatedPictures(),
                new MechanismFigures(),
                new ReadingOrderReferences(),
                new GlossaryTerms(),
                new SearchWordReferences(),
                new ConceptFeatures(),
                new TimelineReferences(),
                new TimelineDates(),
                new MechanismReferences(),
                new MechanismSteps(),
                new ComparisonReferences(),
                new DisagreementReferences(),
                new Formulas(math));
    }
}
