package dev.archnotes.site.files.machine;

import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import java.util.List;

/**
 * The addresses of a site, for crawlers.
 *
 * @param places in the order of the pages
 */
public record Sitemap(List<Place> places) {
    /**
     * A page.
     *
     * @param address where it stands
     * @param updated the day of its last change of substance; empty where no author says so
     */
    public record Place(String address, String updated) {}

    static Sitemap of(String baseUrl, List<Page> pages) {
        return new Sitemap(pages.stream()
                .filter(page -> page.listing().role().isListed())
                .map(page -> new Place(
                        XmlText.allowed(
                                baseUrl + Paths.encoded(page.head().path().value())),
                        page.updated().orElse("")))
                .toList());
    }
}
