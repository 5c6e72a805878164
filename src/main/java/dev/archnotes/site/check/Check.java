package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;

/** One question about a whole library. It asks nothing of the others, so all findings come in one run. */
interface Check {

    void check(Catalogue catalogue, Diagnostics.Builder findings);
}
