package dev.archnotes.site.plan;

import dev.archnotes.model.fact.PublishedFigure;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.number.Words;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.page.PublishedRow;
import java.util.List;

/** Published figures beside what is computed. */
final class PublishedRows {
    private PublishedRows() {}

    static List<PublishedRow> of(Variant variant, PublishedFigures figures) {
        return figures.of(variant).stream().map(PublishedRows::row).toList();
    }

    private static PublishedRow row(PublishedFigure figure) {
        String quantity = figure.published()
                .quantity()
                .replace("gpu_", "GPU ")
                .replace("non_", "non-")
                .replace('_', ' ');
        boolean compared = figure.verdict() != PublishedFigure.Verdict.NOT_COMPARED;
        boolean reproduced = compared && figure.verdict() != PublishedFigure.Verdict.DIFFERENT;
        return new PublishedRow(
                Words.capital(quantity),
                figure.published().text(),
                figure.published().note().orElse(""),
                figure.published().source(),
                compared ? figure.words() : "",
                reproduced);
    }
}
