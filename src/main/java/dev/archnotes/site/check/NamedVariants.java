package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.ModelFamily;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Variants that notes name by their ids. */
final class NamedVariants {
    private NamedVariants() {}

    /**
     * The variant that a note names; a finding where there is no such variant. A variant that is there but could not be
     * read has a finding already.
     */
    static Optional<Variant> find(Catalogue catalogue, String id, Location place, Diagnostics.Builder findings) {
        Optional<Variant> variant = catalogue.variant(id);
        if (variant.isEmpty() && !mayBeUnreadable(catalogue.library(), id)) {
            Diagnostic finding = Diagnostic.error(Rule.UNKNOWN_MODEL, place, "no model has the id \"" + id + "\"");
            List<String> known = catalogue.variants().stream().map(Variant::id).toList();
            findings.add(
                    known.isEmpty()
                            ? finding.withHint("these notes describe no model yet: one is a folder with an "
                                    + ModelFamily.FILE + ", as archnotes new model and archnotes import begin it")
                            : finding.about(id, known));
        }
        return variant;
    }

    /** Whether a variant that is not known may stand in a specification that could not be read. */
    static boolean mayBeUnreadable(Library library, String id) {
        Set<String> unread = new TreeSet<>(library.sources().keySet());
        unread.removeIf(path -> !path.endsWith(ModelFamily.FILE));
        for (ModelFamily family : library.families()) {
            if (family.places().containsKey(id)) {
                return true;
            }
            unread.remove(family.path());
        }
        return !unread.isEmpty();
    }
}
