package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Has every variant of every family an id of its own? (Within one file, reading it has told already.) */
final class VariantIds implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        Map<String, Location> first = new HashMap<>();
        for (ModelFamily family : catalogue.library().families()) {
            new TreeMap<>(family.places()).forEach((id, place) -> {
                Location before = first.putIfAbsent(id, place);
                if (before != null) {
                    findings.add(Diagnostic.error(
                                    Rule.DUPLICATE_ID,
                                    place,
                                    "the id \"" + id + "\" is used in " + before.path() + ":" + before.line()
                                            + " already")
                            .withLength(id.length()));
                }
            });
        }
    }
}
