package dev.archnotes.site.plan;

import static dev.archnotes.site.plan.NotesInMemory.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Targets;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How pages show elsewhere: what search finds of them, their card, whether they are listed. */
class ListingsTest {
    private static final Note NOTE = note("Generic/cache.md", "Before.\n\n## Size\n\nIt grows.\n");
    private static final Catalogue CATALOGUE = NotesInMemory.catalogue(List.of(NOTE));
    private static final Listings LISTINGS = new Listings(CATALOGUE);
    private static final Head HEAD = new Head(
            Paths.note(NOTE), NOTE.title(), NOTE.description(), "page-concept", Head.Section.CONCEPTS, List.of());

    @Test
    void searchFindsEachSectionOfANoteAndItsKeyAboveThem() {
        assertThat(new Listings(CATALOGUE).concept(HEAD, NOTE).sections())
                .extracting(Listing.SearchSection::href, Listing.SearchSection::heading)
                .containsExactly(tuple("concepts/cache/", ""), tuple("concepts/cache/#size", "Size"));
        assertThat(new Listings(CATALOGUE).concept(HEAD, NOTE).sections().get(0).text())
                .startsWith("A key. A line. Before.");
    }

    @Test
    void theCardOfANoteShowsItsKey() {
        assertThat(new Listings(CATALOGUE).concept(HEAD, NOTE).card()).hasValueSatisfying(card -> {
            assertThat(card.path()).isEqualTo("cards/concepts/cache.png");
            assertThat(card.sentence()).isEqualTo("A key.");
        });
    }

    @Test
    void aPageThatNobodyLooksForIsNotListed() {
        Listing lost = new OverviewPlanner(
                        CATALOGUE,
                        LISTINGS,
                        new NoteViews(CATALOGUE, Targets.builder().build(), new Remembered(Memory.none(), CATALOGUE)),
                        new OutlinePlanner(CATALOGUE, LISTINGS))
                .notFound()
                .listing();

        assertThat(lost.role().isListed()).isFalse();
        assertThat(lost.card()).isEmpty();
        assertThat(lost.sections()).isEmpty();
    }
}
