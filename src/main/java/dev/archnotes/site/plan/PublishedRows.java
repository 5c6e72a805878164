package dev.archnotes.site.plan;

import dev.archnotes.model.fact.PublishedFigure;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.number.Words;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.ModelPage;
import java.util.List;
import java.util.Optional;

/** Published figures beside what is computed. */
final class PublishedRows {
    private PublishedRows() {}

    static List<ModelPage.PublishedRow> of(Variant variant, PublishedFigures figures, Facts facts) {
        return figures.of(variant).stream()
                .map(figure -> row(figure, disputed(figure, variant, facts)))
                .toList();
    }

    /** What sources differ about, of the figures with which the published one is compared. */
    private static Optional<Link> disputed(PublishedFigure figure, Variant variant, Facts facts) {
        return figure.countedAs().stream()
                .flatMap(rule -> rule.added().stream())
                .flatMap(path -> facts.disputed(variant, path).stream())
                .findFirst();
    }

    private static ModelPage.PublishedRow row(PublishedFigure figure, Optional<Link> disputed) {
        String quantity = figure.published()
                .quantity()
                .replace("gpu_", "GPU ")
                .replace("mlp_", "feed-forward ")
                .replace("non_", "non-")
                .replace('_', ' ');
        boolean compared = figure.verdict() != PublishedFigure.Verdict.NOT_COMPARED;
        boolean reproduced = compared && figure.verdict() != PublishedFigure.Verdict.DIFFERENT;
        return new ModelPage.PublishedRow(
                Words.capital(quantity),
                figure.published().text(),
                figure.published().note().orElse(""),
                figure.published().source(),
                compared ? figure.words() : "",
                reproduced,
                disputed);
    }
}
