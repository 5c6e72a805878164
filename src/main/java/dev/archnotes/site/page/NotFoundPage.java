package dev.archnotes.site.page;

/**
 * What a wrong address shows.
 *
 * @param head what it says of itself
 * @param root the site's root as an absolute path, as it is shown at any depth
 */
public record NotFoundPage(Head head, String root) implements Page {
    @Override
    public Listing listing() {
        return Listing.unlisted(Listing.Role.ABSENCE);
    }

    @Override
    public Needs needs() {
        return Needs.of(Needs.Style.SEARCH);
    }
}
