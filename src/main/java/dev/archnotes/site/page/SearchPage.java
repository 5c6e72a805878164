package dev.archnotes.site.page;

/**
 * The page that holds the search field.
 *
 * @param head what it says of itself
 */
public record SearchPage(Head head) implements Page {
    @Override
    public Listing listing() {
        return Listing.unlisted(Listing.Role.TOOL);
    }

    @Override
    public Needs needs() {
        return Needs.of(Needs.Style.SEARCH);
    }
}
