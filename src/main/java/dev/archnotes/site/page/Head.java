package dev.archnotes.site.page;

import java.util.List;

/**
 * What every page says of itself.
 *
 * @param path where it stands
 * @param title its title in a list of tabs, without the site's name
 * @param description one or two sentences for a list of search results
 * @param bodyClass its kind, for the style sheet
 * @param section the entry of the site navigation that it belongs to
 * @param breadcrumbs the pages above it, home first, without itself
 */
public record Head(
        PagePath path, String title, String description, String bodyClass, Section section, List<Link> breadcrumbs) {
    /** The entries of the site navigation. */
    public enum Section {
        NONE,
        MODELS,
        CONCEPTS,
        COMPARE,
        CALCULATOR,
        TIMELINE,
        TRENDS,
        METHOD,
        FOOT,
        CHANGES
    }

    public Head {
        breadcrumbs = List.copyOf(breadcrumbs);
    }
}
