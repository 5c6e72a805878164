package dev.archnotes.site.page;

/** A page of the site: everything that its template prints, computed. */
public sealed interface Page
        permits HomePage,
                IndexPage,
                ModelPage,
                VariantPage,
                ConceptPage,
                TextPage,
                ComparePage,
                PairPage,
                TimelinePage,
                ReferencesPage,
                DataPage,
                SearchPage,
                CalculatorPage,
                NotFoundPage {
    Head head();
}
