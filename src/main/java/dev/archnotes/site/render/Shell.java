package dev.archnotes.site.render;

import dev.archnotes.model.number.Dates;
import dev.archnotes.site.content.Language;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.label.Label;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.Needs;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.TextPage;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the layout prints around a page.
 *
 * @param head what the page says of itself
 * @param updated the day of its last change of substance, empty where nobody says so
 * @param role what it is to programs
 * @param root the relative path of the site's root
 * @param siteTitle the site's name
 * @param tabTitle the title in a list of tabs and of search results
 * @param canonical the page's full address; empty where nobody says at which address the site stands
 * @param report the address at which a wrong figure of the page is reported; empty where nobody says where
 * @param card the picture that is shown where a link to the page is shared, null where there is none or where the
 *     site's address, which such a link needs, is not known
 * @param cardAddress that picture's full address
 * @param structuredData what the page is, as JSON-LD, or empty
 * @param navigation the entries of the site navigation
 * @param language the language of the site
 * @param frame what the frame of every page leads to
 * @param preloads fonts to load early, relative to the assets folder
 * @param scripts scripts that not every page runs
 * @param above the title of the site below which this one stands; empty where there is none
 * @param below the sites below this one
 * @param look what makes the site look like the author's own
 * @param styles style sheets that not every page has, relative to the assets folder
 */
public record Shell(
        Head head,
        String updated,
        Listing.Role role,
        String root,
        String siteTitle,
        String tabTitle,
        String canonical,
        String report,
        @Nullable Card card,
        String cardAddress,
        String structuredData,
        List<Entry> navigation,
        Language language,
        Frame frame,
        List<String> preloads,
        Set<Needs.Script> scripts,
        String above,
        List<SiteSettings.Below> below,
        SiteSettings.Look look,
        List<String> styles) {
    /**
     * An entry of the site navigation.
     *
     * @param text its text
     * @param href its page
     * @param current the value of {@code aria-current}, null where the page is elsewhere
     */
    public record Entry(String text, String href, @Nullable String current) {}

    /**
     * The faces of every page. A face that is not preloaded comes too late for a first visit, which then keeps its
     * stand-in.
     */
    private static final List<String> FACES = List.of(
            "fonts/text-400.woff2", "fonts/sans-400.woff2", "fonts/text-400-italic.woff2", "fonts/sans-600.woff2");

    static Shell of(Page page, SiteSettings site, Frame frame) {
        Head head = page.head();
        String root = page.root();
        boolean published = site.addresses().isPublished();
        Optional<Card> card = page.listing().card().filter(picture -> published);
        List<Entry> navigation = Stream.concat(
                        Stream.of(
                                        entry(head, root, "Models", "models/", Head.Section.MODELS),
                                        entry(head, root, "Concepts", "concepts/", Head.Section.CONCEPTS),
                                        entry(head, root, "Compare", "compare/", Head.Section.COMPARE),
                                        entry(head, root, "Calculator", "calculator/", Head.Section.CALCULATOR),
                                        entry(head, root, "Timeline", "timeline/", Head.Section.TIMELINE))
                                .filter(entry -> frame.has(entry.href().substring(root.length()))),
                        frame.trends().stream()
                                .map(path -> entry(head, root, "Trends", path.value(), Head.Section.TRENDS)))
                .toList();
        return new Shell(
                head,
                page.updated().orElse(""),
                page.listing().role(),
                root,
                site.title(),
                page.tabTitle(site.title()),
                published ? site.addresses().base() + Paths.encoded(address(page)) : "",
                site.addresses().report(head.title(), page.head().path().value()),
                card.orElse(null),
                card.map(picture -> site.addresses().base() + picture.path()).orElse(""),
                published ? StructuredData.of(page, site) : "",
                navigation,
                site.language(),
                frame,
                Stream.concat(FACES.stream(), page.needs().faceFiles().stream()).toList(),
                page.needs().scripts(),
                site.above(),
                site.below(),
                site.look(),
                page.needs().styleFiles());
    }

    /** Where a page is found: what has moved, at its new address. */
    private static String address(Page page) {
        String path = page.head().path().value();
        return page instanceof TextPage.Moved moved
                ? URI.create("https://x/" + Paths.encoded(path))
                        .resolve(moved.target().href())
                        .getPath()
                        .substring(1)
                : path;
    }

    private static Entry entry(Head head, String root, String text, String path, Head.Section section) {
        String current = head.path().equals(new PagePath(path)) ? "page" : head.section() == section ? "true" : null;
        return new Entry(text, root + path, current);
    }

    /** Words around the notes, in the language of the site. */
    public String say(Label label) {
        return label.in(language);
    }

    /** Where the name of the site leads. */
    public String homeLabel() {
        return siteTitle + ", " + (language.primary().equals("en") ? "home" : say(Label.HOME));
    }

    /** The direction of the lines where it is not the usual one; null where it is. */
    public @Nullable String direction() {
        return language.direction().equals("ltr") ? null : language.direction();
    }

    /** Whether the full address of the page is known. */
    public boolean isPublished() {
        return !canonical.isEmpty();
    }

    /** Whether there is a feed, which needs days on which models were announced or notes changed, and an address. */
    public boolean hasFeed() {
        return frame.dated() && isPublished();
    }

    /** Whether there is a feed of what was changed. */
    public boolean hasFeedOfChanges() {
        return frame.changes().isPresent() && isPublished();
    }

    /** The day of the last change as it is printed. */
    public String updatedOn() {
        return Dates.print(updated);
    }

    /** What a printed page says of where it comes from, and of when, where the page tells it. */
    public String onPaper() {
        return siteTitle
                + (head.title().equals(siteTitle) ? "" : ": " + head.title())
                + (isPublished() ? " · " + canonical : "")
                + (updated.isEmpty() ? "" : " · " + say(Label.UPDATED) + " " + updatedOn());
    }

    public boolean hasCard() {
        return card != null;
    }

    public boolean hasStructuredData() {
        return !structuredData.isEmpty();
    }

    /** The site itself, or one of its pages. */
    public String kind() {
        return role == Listing.Role.SITE ? "website" : "article";
    }

    /** Whether no list of pages should name this one. */
    public boolean unlisted() {
        return !role.isListed();
    }

    /** Whether the site has a page; not every notes folder gives every page. */
    public boolean has(String path) {
        return frame.has(path);
    }

    /**
     * Whether the foot leads to the document of all notes: everywhere on a site of notes alone, and beside models where
     * somebody looks who wants the whole.
     */
    public boolean leadsToBook() {
        return has("book/")
                && (!has("models/")
                        || head.section() == Head.Section.FOOT
                        || head.path().equals(Paths.CONCEPTS));
    }

    /** The page that says where the numbers come from; empty where there is none. */
    public String method() {
        return frame.method().map(path -> root + path.value()).orElse("");
    }

    /** A file of the notes folder that is published as it is. */
    public String published(String file) {
        return root + Paths.encoded(Paths.FIGURES + file);
    }

    /** The picture in the tab of a browser. */
    public String icon() {
        return look.icon().isEmpty() ? root + "assets/icon.svg" : published(look.icon());
    }

    /** What kind of picture that is; null where a browser sees it itself. */
    public @Nullable String iconType() {
        return icon().endsWith(".svg") ? "image/svg+xml" : null;
    }

    /** The notes that the foot of the page names. */
    public List<Link> foot() {
        return frame.foot().stream()
                .map(link -> new Link(link.text(), root + link.href()))
                .toList();
    }

    /**
     * The site's name up to the word "notes" at its end, which is set apart; the whole name where it ends otherwise.
     */
    public String nameStart() {
        return siteTitle.substring(0, siteTitle.length() - nameEnd().length());
    }

    /** The word "notes" at the end of the site's name, or nothing. */
    public String nameEnd() {
        return siteTitle.endsWith("notes") ? "notes" : "";
    }

    /** Whether the page runs a script that not every page runs. */
    public boolean runs(Needs.Script script) {
        return scripts.contains(script);
    }

    /** The scripts that search loads when it is opened, in order. */
    public String searchScripts() {
        return root + "search-index.js " + root + "assets/search.js";
    }
}
