package dev.archnotes.site.render;

import dev.archnotes.site.page.Cell;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.TextPage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the frame of every page leads to.
 *
 * @param paths which of the pages that not every site has it has; no other page changes the frame by being there, and a
 *     note at such an address is none of them
 * @param dated whether any model has a day on which it was announced, or any note one on which it was changed
 * @param trends the page on trends
 * @param method the page that says where the numbers come from
 * @param changes the page that says what was changed, if there is one
 * @param foot notes that the foot names, by title
 */
record Frame(
        Set<String> paths,
        boolean dated,
        Optional<PagePath> trends,
        Optional<PagePath> method,
        Optional<PagePath> changes,
        List<Link> foot) {
    private static final Set<String> ASKED_FOR = Set.of(
            "models/",
            "concepts/",
            "compare/",
            "calculator/",
            "timeline/",
            "glossary/",
            "references/",
            "data/",
            "book/");

    static Frame of(List<Page> pages) {
        return new Frame(
                pages.stream()
                        .filter(page -> !isOfNotes(page))
                        .map(page -> page.head().path().value())
                        .filter(ASKED_FOR::contains)
                        .collect(Collectors.toUnmodifiableSet()),
                pages.stream()
                        .anyMatch(page -> page.updated().isPresent()
                                || page instanceof ModelPage model
                                        && model.release().date().kind() == Cell.Kind.DATE),
                first(pages, Head.Section.TRENDS),
                first(pages, Head.Section.METHOD),
                first(pages, Head.Section.CHANGES),
                pages.stream()
                        .map(Page::head)
                        .filter(head -> head.section() == Head.Section.FOOT || head.section() == Head.Section.CHANGES)
                        .map(head -> new Link(head.title(), head.path().value()))
                        .sorted(Comparator.comparing(Link::text))
                        .toList());
    }

    /** Whether the site has one of the pages that not every site has. */
    boolean has(String path) {
        if (!ASKED_FOR.contains(path)) {
            throw new IllegalArgumentException("the frame of a page must not depend on " + path);
        }
        return paths.contains(path);
    }

    /** Whether a page has its address from a note, or from a folder of notes. */
    private static boolean isOfNotes(Page page) {
        return page instanceof TextPage
                || page instanceof TextPage.Moved
                || page instanceof IndexPage && page.head().section() == Head.Section.NONE;
    }

    private static Optional<PagePath> first(List<Page> pages, Head.Section section) {
        return pages.stream()
                .map(Page::head)
                .filter(head -> head.section() == section)
                .map(Head::path)
                .findFirst();
    }
}
