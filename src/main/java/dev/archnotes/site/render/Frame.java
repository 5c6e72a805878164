package dev.archnotes.site.render;

import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the frame of every page leads to.
 *
 * @param paths the pages that the site has
 * @param trends the page on trends
 * @param method the page that says where the numbers come from
 * @param foot notes that the foot names, by title
 */
record Frame(Set<PagePath> paths, Optional<PagePath> trends, Optional<PagePath> method, List<Link> foot) {
    static Frame of(List<Page> pages) {
        return new Frame(
                pages.stream().map(page -> page.head().path()).collect(Collectors.toUnmodifiableSet()),
                first(pages, Head.Section.TRENDS),
                first(pages, Head.Section.METHOD),
                pages.stream()
                        .map(Page::head)
                        .filter(head -> head.section() == Head.Section.FOOT)
                        .map(head -> new Link(head.title(), head.path().value()))
                        .sorted(Comparator.comparing(Link::text))
                        .toList());
    }

    private static Optional<PagePath> first(List<Page> pages, Head.Section section) {
        return pages.stream()
                .map(Page::head)
                .filter(head -> head.section() == section)
                .map(Head::path)
                .findFirst();
    }
}
