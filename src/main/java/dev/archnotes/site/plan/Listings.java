package dev.archnotes.site.plan;

import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.Listing.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans how pages show elsewhere: their cards and what search finds of them. */
final class Listings {
    private final Cards cards;
    private final Optional<Card> site;
    private final boolean titleIsDrawn;
    private final SearchSections search;

    Listings(Catalogue catalogue) {
        this.cards = new Cards(catalogue);
        this.titleIsDrawn = Card.canDraw(catalogue.library().settings().title());
        this.search = new SearchSections(catalogue);
        this.site = drawn(cards.site());
    }

    Listing family(Head head, ModelFamily family, Note note) {
        return article(cards.family(head, family, note), search.note(Listing.SearchSection.Group.MODEL, note));
    }

    Listing variant(Head head, ModelFamily family, Variant variant) {
        return article(cards.variant(head, family, variant), List.of(search.variant(variant)));
    }

    Listing concept(Head head, Note note) {
        return article(cards.concept(head, note), search.note(Listing.SearchSection.Group.CONCEPT, note));
    }

    Listing text(Head head, Note note) {
        Optional<Card> card = note.hasOwnCard() ? drawn(cards.plain(head)) : site;
        return new Listing(Role.ARTICLE, card, search.note(Listing.SearchSection.Group.PAGE, note));
    }

    Listing pair(Head head, String sentence, Variant first, Variant second) {
        return article(
                cards.pair(head, sentence, first, second),
                List.of(search.whole(Listing.SearchSection.Group.COMPARISON, head)));
    }

    Listing timeline(Head head) {
        return article(cards.plain(head), with(head, search.events(head)));
    }

    Listing glossary(Head head) {
        return article(cards.plain(head), with(head, search.terms(head)));
    }

    Listing references(Head head) {
        return article(cards.plain(head), with(head, search.references(head)));
    }

    /** The first page. */
    Listing site(Head head) {
        return new Listing(Role.SITE, site, with(head, List.of()));
    }

    /** A list of notes. */
    Listing list(Head head) {
        return new Listing(Role.ARTICLE, site, with(head, List.of()));
    }

    /** A page that shows all models. */
    Listing ofAllModels(Head head, String title) {
        return new Listing(Role.ARTICLE, drawn(cards.ofAllModels(head, title)), with(head, List.of()));
    }

    /** A page in no list of pages, which search finds by its name alone. */
    Listing tool(Head head) {
        return new Listing(Role.TOOL, Optional.empty(), with(head, List.of()));
    }

    /** Any other page. */
    Listing plain(Role role, Head head) {
        return new Listing(role, drawn(cards.plain(head)), with(head, List.of()));
    }

    private List<Listing.SearchSection> with(Head head, List<Listing.SearchSection> sections) {
        List<Listing.SearchSection> all =
                new ArrayList<>(List.of(search.whole(Listing.SearchSection.Group.PAGE, head)));
        all.addAll(sections);
        return all;
    }

    /** A card, unless it would show boxes in the place of letters. */
    private Optional<Card> drawn(Card card) {
        return Optional.of(card).filter(picture -> titleIsDrawn && picture.isDrawable());
    }

    private Listing article(Card card, List<Listing.SearchSection> sections) {
        return new Listing(Role.ARTICLE, drawn(card), sections);
    }
}
