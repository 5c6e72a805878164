package dev.archnotes.chromium;

import dev.archnotes.real.RealSite;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import java.util.Map;
import java.util.TreeMap;

/**
 * For each kind of page the one that asks most of a browser: the longest. The document of all notes is none of them: it
 * shows what the notes' own pages show, as much as all of these.
 */
final class PageKinds {
    private PageKinds() {}

    /** The longest page of each kind, by the kind's name. */
    static Map<String, PagePath> longest() {
        Map<String, PagePath> pages = new TreeMap<>();
        for (Page page : RealSite.get().pages()) {
            if (page instanceof IndexPage.Book) {
                continue;
            }
            pages.merge(
                    page.getClass().getSimpleName(),
                    page.head().path(),
                    (known, other) -> length(other) > length(known) ? other : known);
        }
        return pages;
    }

    private static int length(PagePath page) {
        return RealSite.get().text(page.file()).length();
    }
}
