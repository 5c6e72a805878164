package dev.archnotes.site.plan;

import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import java.util.List;

/** The ways from the first page down to other pages. */
final class Crumbs {
    private Crumbs() {}

    /** The way to a page below the first one. */
    static List<Link> to(PagePath page) {
        return List.of(new Link("Home", page.to(PagePath.HOME)));
    }

    /** The way to a page below another one. */
    static List<Link> to(PagePath page, String text, PagePath parent) {
        return List.of(new Link("Home", page.to(PagePath.HOME)), new Link(text, page.to(parent)));
    }
}
