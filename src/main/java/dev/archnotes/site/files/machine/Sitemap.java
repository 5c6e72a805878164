package dev.archnotes.site.files.machine;

import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import java.util.List;

/**
 * The addresses of a site, for crawlers.
 *
 * @param addresses in the order of the pages
 */
public record Sitemap(List<String> addresses) {
    static Sitemap of(String baseUrl, List<Page> pages) {
        return new Sitemap(pages.stream()
                .filter(page -> page.listing().role().isListed())
                .map(page -> XmlText.allowed(
                        baseUrl + Paths.encoded(page.head().path().value())))
                .toList());
    }
}
