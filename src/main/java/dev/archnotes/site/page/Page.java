package dev.archnotes.site.page;

import java.util.Optional;

/**
 * A page of the site: everything that its template prints, computed. What differs between kinds of pages outside of
 * their templates, each kind says of itself here; nobody asks which kind it is but the one who chooses the template.
 */
public sealed interface Page
        permits HomePage,
                IndexPage,
                IndexPage.Book,
                ModelPage,
                VariantPage,
                ConceptPage,
                TextPage,
                TextPage.Moved,
                ComparePage,
                PairPage,
                TimelinePage,
                GlossaryPage,
                ReferencesPage,
                ReferencesPage.Bibtex,
                DataPage,
                SearchPage,
                CalculatorPage,
                NotFoundPage {
    /** What it says of itself. */
    Head head();

    /** How it shows elsewhere. */
    Listing listing();

    /** The fonts and scripts that not every page needs. */
    Needs needs();

    /** The day of its last change of substance: {@code 2025-09-11}; empty where no author says so. */
    default Optional<String> updated() {
        return Optional.empty();
    }

    /** The path from it to the site's root. */
    default String root() {
        return head().path().root();
    }

    /** Its title where it stands alone, in a list of tabs or of search results. */
    default String tabTitle(String siteTitle) {
        return head().title() + " · " + siteTitle;
    }
}
