package dev.archnotes.render;

import dev.archnotes.page.Head;
import dev.archnotes.page.PagePath;
import java.util.List;

/**
 * What the layout prints around a page.
 *
 * @param head what the page says of itself
 * @param root the relative path of the site's root
 * @param siteTitle the site's name
 * @param canonical the page's full address
 * @param navigation the entries of the site navigation
 * @param preloads fonts to load early, relative to the assets folder
 */
public record Shell(Head head, String root, String siteTitle, String canonical, List<Entry> navigation, List<String> preloads) {
    /**
     * An entry of the site navigation.
     *
     * @param text its text
     * @param href its page
     * @param current the value of {@code aria-current}, null where the page is elsewhere
     */
    public record Entry(String text, String href, String current) {}

    private static final List<String> PRELOADS = List.of("fonts/text-400.woff2", "fonts/sans-400.woff2");

    static Shell of(Head head, String root, String siteTitle, String baseUrl) {
        List<Entry> navigation = List.of(
                entry(head, root, "Models", "models/", Head.Section.MODELS),
                entry(head, root, "Concepts", "concepts/", Head.Section.CONCEPTS),
                entry(head, root, "Compare", "compare/", Head.Section.COMPARE),
                entry(head, root, "Timeline", "timeline/", Head.Section.TIMELINE),
                entry(head, root, "Trends", "trends/", Head.Section.TRENDS),
                entry(head, root, "Method", "method/", Head.Section.METHOD));
        return new Shell(head, root, siteTitle, baseUrl + head.path().value(), navigation, PRELOADS);
    }

    private static Entry entry(Head head, String root, String text, String path, Head.Section section) {
        String current = head.path().equals(new PagePath(path)) ? "page" : head.section() == section ? "true" : null;
        return new Entry(text, root + path, current);
    }

    /** The title in a list of tabs. */
    public String tabTitle() {
        return head.path().equals(PagePath.HOME) ? head.title() : head.title() + " · " + siteTitle;
    }

    /** The scripts that search loads when it is opened, in order. */
    public String searchScripts() {
        return root + "assets/minisearch.js " + root + "search-index.js " + root + "assets/search.js";
    }

    /** Whether the page holds the calculator. */
    public boolean calculating() {
        return head.bodyClass().equals("page-calculator");
    }

    /** Whether the page holds the table of all variants. */
    public boolean comparing() {
        return head.bodyClass().equals("page-compare");
    }
}
