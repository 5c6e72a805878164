package dev.archnotes.site.plan;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Outline;
import dev.archnotes.site.content.Language;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteAddress;
import dev.archnotes.site.label.Label;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.TextPage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Plans what leads from one general note to the others: folders, tags, the pages before and behind, old addresses. */
final class OutlinePlanner {
    /** More pages of one folder are looked for rather than looked through. */
    private static final int MOST_BESIDE = 60;

    private final Catalogue catalogue;
    private final Listings listings;
    private final Outline outline;
    private final Language language;

    /** The place of each page in the sequence, by its address. */
    private final Map<String, Integer> places = new TreeMap<>();

    private final List<Outline.Entry> sequence;

    /** The place of each entry in its folder. */
    private final Map<Outline.Entry, Integer> inFolder = new IdentityHashMap<>();

    /**
     * What pages show of others, by the folder of a page and the address of the other: all pages of a folder link to
     * what is beside them by the same words, and on a large site these are most of what is planned.
     */
    private final Map<String, Map<String, TextPage.OutlineItem>> shared = new ConcurrentHashMap<>();

    /** The notes that have a tag, by the part of an address that stands for it. */
    private final Map<String, Tagged> tags = new TreeMap<>();

    private record Tagged(String name, List<Note> notes) {}

    OutlinePlanner(Catalogue catalogue, Listings listings) {
        this.catalogue = catalogue;
        this.listings = listings;
        this.outline = catalogue.outline();
        this.language = catalogue.library().settings().language();
        this.sequence = outline.sequence();
        for (int i = 0; i < sequence.size(); i++) {
            places.put(sequence.get(i).address(), i);
        }
        number(outline.entries());
        for (Note note : catalogue.library().notes()) {
            for (String tag : note.front().filing().tags()) {
                tags.computeIfAbsent(NoteAddress.part(tag), part -> new Tagged(tag, new ArrayList<>()))
                        .notes()
                        .add(note);
            }
        }
    }

    private void number(List<Outline.Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            inFolder.put(entries.get(i), i);
            number(entries.get(i).entries());
        }
    }

    /** The way down to a note, by its folders where the site shows these. */
    List<Link> crumbs(PagePath page, String address) {
        List<Link> crumbs = new ArrayList<>(Crumbs.to(page, language));
        List<Outline.Entry> way = outline.way(address);
        for (Outline.Entry folder : way.subList(0, Math.max(0, way.size() - 1))) {
            if (folder.hasPage()) {
                crumbs.add(link(folder, page));
            }
        }
        return crumbs;
    }

    /** The pages around that of a note. */
    TextPage.Surroundings around(Note note) {
        return around(Paths.note(note), note.address(), tags(note, Paths.note(note)));
    }

    private TextPage.Surroundings around(PagePath page, String address, List<Link> tagged) {
        List<Outline.Entry> way = outline.way(address);
        if (!outline.isShown() || way.isEmpty()) {
            return new TextPage.Surroundings(List.of(), Optional.empty(), Optional.empty(), tagged, List.of());
        }
        int place = places.getOrDefault(address, 0);
        return new TextPage.Surroundings(
                items(outline.entries(), way, 0, page),
                place == 0 ? Optional.empty() : Optional.of(link(sequence.get(place - 1), page)),
                place + 1 == sequence.size() ? Optional.empty() : Optional.of(link(sequence.get(place + 1), page)),
                tagged,
                entries(way.get(way.size() - 1).entries(), page));
    }

    private static Link link(Outline.Entry entry, PagePath page) {
        return new Link(entry.title(), page.to(Paths.page(entry.address())));
    }

    /**
     * The entries of one folder; of a large one those near the page, and of the folders in it the one that holds it.
     */
    private List<TextPage.OutlineItem> items(
            List<Outline.Entry> entries, List<Outline.Entry> way, int depth, PagePath page) {
        int here = depth < way.size() ? inFolder.getOrDefault(way.get(depth), -1) : -1;
        int from = Math.max(0, Math.min(here - MOST_BESIDE / 2, entries.size() - MOST_BESIDE));
        List<TextPage.OutlineItem> items = new ArrayList<>();
        for (Outline.Entry entry : entries.subList(from, Math.min(entries.size(), from + MOST_BESIDE))) {
            boolean above = depth < way.size() && way.get(depth) == entry;
            items.add(
                    above
                            ? new TextPage.OutlineItem(
                                    entry.title(),
                                    href(entry, page),
                                    current(depth == way.size() - 1),
                                    items(entry.entries(), way, depth + 1, page))
                            : beside(entry, page));
        }
        return items;
    }

    /**
     * An entry that does not hold the page; the link to it is that of all pages beside this one, if it is not below.
     */
    private TextPage.OutlineItem beside(Outline.Entry entry, PagePath page) {
        if (!entry.hasPage() || entry.address().startsWith(page.value())) {
            return item(entry, page);
        }
        String folder = page.value()
                .substring(0, page.value().lastIndexOf('/', page.value().length() - 2) + 1);
        return shared.computeIfAbsent(folder, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(entry.address(), any -> item(entry, page));
    }

    private static TextPage.OutlineItem item(Outline.Entry entry, PagePath page) {
        return new TextPage.OutlineItem(entry.title(), href(entry, page), null, List.of());
    }

    private static String href(Outline.Entry entry, PagePath page) {
        return entry.hasPage() ? page.to(Paths.page(entry.address())) : "";
    }

    private static String current(boolean last) {
        return last ? "page" : "true";
    }

    private static List<IndexPage.Entry> entries(List<Outline.Entry> entries, PagePath page) {
        return entries.stream()
                .filter(Outline.Entry::hasPage)
                .map(entry -> new IndexPage.Entry(
                        link(entry, page), entry.note().map(Note::line).orElse(""), "", Optional.empty(), List.of()))
                .toList();
    }

    /** What lies at the top, for the first page. */
    List<IndexPage.Entry> top() {
        return entries(outline.entries(), PagePath.HOME);
    }

    private static List<Link> tags(Note note, PagePath page) {
        return note.front().filing().tags().stream()
                .map(tag -> new Link(tag, page.to(Paths.tag(NoteAddress.part(tag)))))
                .toList();
    }

    /** The pages of the folders that have no note of their own. */
    List<IndexPage> folders() {
        List<IndexPage> pages = new ArrayList<>();
        for (Outline.Entry entry : outline.isShown() ? sequence : List.<Outline.Entry>of()) {
            if (entry.isGenerated()) {
                PagePath page = Paths.page(entry.address());
                TextPage.Surroundings around = around(page, entry.address(), List.of());
                Head head = head(page, entry.title(), crumbs(page, entry.address()));
                pages.add(new IndexPage(
                        head,
                        listings.list(head),
                        "",
                        List.of(),
                        List.of(new IndexPage.Group("", around.entries())),
                        around));
            }
        }
        return pages;
    }

    private Head head(PagePath page, String title, List<Link> crumbs) {
        String site = catalogue.library().settings().title();
        return new Head(page, title, title + " · " + site, "page-index", Head.Section.NONE, crumbs);
    }

    /** The page of all tags, and one for each. */
    List<IndexPage> tagPages() {
        if (tags.isEmpty()) {
            return List.of();
        }
        List<IndexPage> pages = new ArrayList<>();
        List<IndexPage.Entry> all = new ArrayList<>();
        String title = Label.TAGS.in(language);
        tags.forEach((part, tagged) -> {
            PagePath page = Paths.tag(part);
            List<IndexPage.Entry> entries = tagged.notes().stream()
                    .map(note -> new IndexPage.Entry(
                            new Link(note.title(), page.to(Paths.note(note))),
                            note.line(),
                            "",
                            Optional.empty(),
                            List.of()))
                    .toList();
            all.add(new IndexPage.Entry(
                    new Link(tagged.name(), Paths.TAGS.to(page)),
                    Integer.toString(entries.size()),
                    "",
                    Optional.empty(),
                    List.of()));
            pages.add(index(page, tagged.name(), Crumbs.to(page, language, title, Paths.TAGS), entries));
        });
        pages.add(index(Paths.TAGS, title, Crumbs.to(Paths.TAGS, language), all));
        return pages;
    }

    private IndexPage index(PagePath page, String title, List<Link> crumbs, List<IndexPage.Entry> entries) {
        Head head = head(page, title, crumbs);
        return new IndexPage(head, listings.list(head), "", List.of(), List.of(new IndexPage.Group("", entries)));
    }

    /** What stands at the addresses that pages had before. */
    List<TextPage.Moved> moved() {
        List<TextPage.Moved> pages = new ArrayList<>();
        catalogue.aliases().forEach((alias, note) -> {
            PagePath page = new PagePath(alias);
            Head head = new Head(page, note.title(), note.description(), "page-text", Head.Section.NONE, List.of());
            pages.add(new TextPage.Moved(head, new Link(note.title(), page.to(Paths.note(note)))));
        });
        return pages;
    }
}
