package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Explanation;
import dev.archnotes.site.content.Lineage;

/** Do the concepts, families and sources exist that mechanisms and lineage name? */
final class ComparisonReferences implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        for (Explanation mechanism : catalogue.library().explanations().byId().values()) {
            MechanismReferences.checkConcept(
                    catalogue, mechanism.concept(), mechanism.anchor(), mechanism.conceptPlace(), findings);
        }
        KnownSlugs models = KnownSlugs.ofModels(catalogue.library());
        for (Lineage.Edge edge : catalogue.library().lineage().edges()) {
            models.check(edge.from(), edge.fromPlace(), findings);
            models.check(edge.to(), edge.toPlace(), findings);
            if (!edge.cite().isEmpty()) {
                Citations.checkKey(catalogue, edge.cite(), edge.citePlace(), findings);
            }
        }
    }
}
