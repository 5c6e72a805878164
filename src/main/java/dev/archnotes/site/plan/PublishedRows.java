package dev.archnotes.site.plan;

import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.PublishedFigure;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.number.Words;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.page.ModelPage;
import java.util.List;

/** Published figures beside what is computed. */
final class PublishedRows {
    private PublishedRows() {}

    static List<ModelPage.PublishedRow> of(Variant variant, FactSheet sheet) {
        return PublishedFigures.of(variant, sheet).stream()
                .map(PublishedRows::row)
                .toList();
    }

    private static ModelPage.PublishedRow row(PublishedFigure figure) {
        String quantity = figure.published()
                .quantity()
                .replace("gpu_", "GPU ")
                .replace("non_", "non-")
                .replace('_', ' ');
        boolean compared = figure.verdict() != PublishedFigure.Verdict.NOT_COMPARED;
        boolean reproduced = figure.verdict() == PublishedFigure.Verdict.EXACT
                || figure.verdict() == PublishedFigure.Verdict.ROUNDED;
        return new ModelPage.PublishedRow(
                Words.capital(quantity),
                figure.published().text(),
                figure.published().note().orElse(""),
                figure.published().source(),
                compared ? figure.words() : "",
                reproduced);
    }
}
