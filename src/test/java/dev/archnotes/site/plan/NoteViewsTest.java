package dev.archnotes.site.plan;

import static dev.archnotes.site.plan.NotesInMemory.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.check.Checks;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.Needs;
import dev.archnotes.site.page.NoteView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is planned for a note: where its links lead, what it cites, who links to it, what its page needs. */
class NoteViewsTest {
    @Test
    void linksLeadFromPageToPage() {
        NoteView view = view(
                note("Generic/cache.md", "[one](../method.md#why) [two](two%20words.md) [three](#here)\n\n## Here\n"),
                note("method.md", "## Why\n"),
                note("Generic/two words.md", "Text.\n"));

        assertThat(view.insertions().links().values())
                .containsExactlyInAnyOrder("../../method/#why", "../two-words/", "#here");
    }

    @Test
    void linksByTheFormerIdOfAHeadingLeadToItsPresentOne() {
        NoteView view = view(
                note("Generic/cache.md", "[one](../method.md#why-so) [two](#a-b)\n\n## A – B\n"),
                note("method.md", "## Why & so\n"));

        assertThat(view.insertions().links().values()).containsExactlyInAnyOrder("../../method/#why--so", "#a--b");
    }

    @Test
    void filesAreAddressedBelowTheNotesFolderOfTheSite() {
        NoteView view = view(note("method.md", "![A line](a%20line.svg)\n\nSee [it](<a line.svg>).\n"));

        assertThat(view.insertions().images().values())
                .extracting(NoteView.Image::src)
                .containsExactly("../notes/a%20line.svg");
        assertThat(view.insertions().links().values()).containsExactly("../notes/a%20line.svg");
    }

    @Test
    void everyNoteThatLinksToANoteIsNamedOnce() {
        NoteView view = view(
                note("method.md", "[itself](method.md)\n"),
                note("Generic/zebra.md", "[a](../method.md) [b](../method.md)\n"),
                note("Generic/ant.md", "[a](../method.md)\n"));

        assertThat(view.mentionedIn())
                .containsExactly(new Link("The ant", "../concepts/ant/"), new Link("The zebra", "../concepts/zebra/"));
    }

    @Test
    void referencesStandInTheOrderInWhichThePageCitesThem() {
        NoteView view = view(note(
                "method.md",
                "[^list]: Two paragraphs [@four].\n\n    More.\n\n[^side]: Beside [@two].\n\n"
                        + "Text [@one].[^side] Text.[^list] Text [@three; @one].\n"));

        assertThat(view.references()).extracting(Reference::key).containsExactly("one", "two", "three", "four");
    }

    @Test
    void aPageNeedsWhatItsTextUses() {
        assertThat(view(note("method.md", "Plain.\n")).needs()).isEqualTo(Needs.NOTHING);
        assertThat(view(note("method.md", "**Bold** and $x$.\n")).needs().faces())
                .containsExactlyInAnyOrder(Needs.Face.BOLD, Needs.Face.MATH);
    }

    @Test
    void aNoteIsEditedWhereTheSettingsSay() {
        assertThat(view(note("method.md", "Text.\n")).editHref()).isEqualTo("https://example.org/edit/method.md");
        assertThat(view(note("a b/u #1%.md", "Text.\n")).editHref())
                .isEqualTo("https://example.org/edit/a%20b/u%20%231%25.md");
    }

    /** The first of some notes, as its page shows it. */
    private static NoteView view(Note first, Note... others) {
        List<Note> notes = new ArrayList<>(List.of(first));
        notes.addAll(List.of(others));
        Catalogue catalogue = NotesInMemory.catalogue(notes);
        Checks.Result checked = new Checks((tex, display) -> new MathResult.Rendered("")).run(catalogue);
        assertThat(checked.findings().hasErrors()).isFalse();
        return new NoteViews(catalogue, checked.targets(), new Remembered(Memory.none(), catalogue)).view(first);
    }
}
