package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;

/** Do the figures of every variant fit into 64 bits? */
final class FiguresFit implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        for (Catalogue.Overflow overflow : catalogue.overflows()) {
            ModelFamily family = overflow.family();
            String id = overflow.variant().id();
            Location place = family.places().getOrDefault(id, Location.startOf(family.path()));
            findings.add(Diagnostic.error(
                            Rule.IMPOSSIBLE_VALUE, place, "the figures of \"" + id + "\" do not fit into 64 bits")
                    .withLength(id.length()));
        }
    }
}
