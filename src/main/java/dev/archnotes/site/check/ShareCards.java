package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.page.Card;
import java.util.List;

/**
 * Can the pictures that are shown with links to pages show the words of these? One finding tells of all that cannot.
 */
final class ShareCards implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        boolean all = !Card.canDraw(catalogue.library().settings().title());
        List<Note> without = catalogue.library().notes().stream()
                .filter(note -> all || note.hasOwnCard() && !Card.canDraw(note.title() + note.line()))
                .toList();
        if (!without.isEmpty()) {
            String message = without.size() == 1
                    ? "the page has no card, because its words have letters that cards cannot show"
                    : without.size() + " pages have no card, because their words have letters that cards cannot show";
            findings.add(Diagnostic.warning(
                            Rule.NO_CARD, Location.startOf(without.get(0).path()), message)
                    .withHint("cards show Latin and Greek letters; rules: {no-card: off} leaves this out"));
        }
    }
}
