package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Prose;
import dev.archnotes.site.markdown.node.CitationRef;
import java.util.Set;

/** Are the sources that notes cite in the bibliography? */
final class Citations implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        if (!catalogue.library().sources().containsKey("references.bib")) {
            return; // an at sign in brackets is what the author typed
        }
        for (Prose text : catalogue.library().prose()) {
            for (CitationRef citation : text.document().citations()) {
                checkKey(catalogue, citation.key(), citation.location(), findings);
            }
        }
    }

    /** Reports a key that the bibliography does not have. */
    static void checkKey(Catalogue catalogue, String key, Location place, Diagnostics.Builder findings) {
        Set<String> known = catalogue.library().references().keySet();
        if (!known.contains(key)) {
            findings.add(Diagnostic.error(Rule.UNKNOWN_CITATION, place, "the bibliography has no entry \"" + key + "\"")
                    .about(key, known));
        }
    }
}
