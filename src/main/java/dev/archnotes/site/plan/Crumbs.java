package dev.archnotes.site.plan;

import dev.archnotes.site.content.Language;
import dev.archnotes.site.label.Label;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import java.util.List;

/** The ways from the first page down to other pages. */
final class Crumbs {
    private Crumbs() {}

    /** The way to a page below the first one. */
    static List<Link> to(PagePath page) {
        return to(page, Language.ENGLISH);
    }

    /** The way to a page below another one. */
    static List<Link> to(PagePath page, String text, PagePath parent) {
        return to(page, Language.ENGLISH, text, parent);
    }

    /** The way to a page below the first one, in the language of the site. */
    static List<Link> to(PagePath page, Language language) {
        return List.of(new Link(Label.HOME.in(language), page.to(PagePath.HOME)));
    }

    /** The way to a page below another one, in the language of the site. */
    static List<Link> to(PagePath page, Language language, String text, PagePath parent) {
        return List.of(new Link(Label.HOME.in(language), page.to(PagePath.HOME)), new Link(text, page.to(parent)));
    }
}
