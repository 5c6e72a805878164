package dev.archnotes.site.files;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.files.card.Cards;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.parallel.Evenly;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pictures that are shown where links to pages are shared. */
public final class CardFiles {
    private static final Memory.Step<OutputFile> CARDS = new Memory.Step<>("card");

    private final Path cache;

    /**
     * Draws cards.
     *
     * @param cache the folder in which finished cards are kept between builds
     */
    public CardFiles(Path cache) {
        this.cache = cache;
    }

    /**
     * The files of the cards of all pages that have one.
     *
     * @param memory what was drawn before
     */
    public List<OutputFile> of(String siteTitle, List<Page> pages, Memory memory) throws IOException {
        Map<String, Card> cards = new LinkedHashMap<>();
        pages.forEach(page -> page.listing().card().ifPresent(card -> cards.putIfAbsent(card.path(), card)));
        Table table = new Table(siteTitle);
        try {
            List<OutputFile> files = Evenly.map(
                    cards.values(),
                    card -> memory.get(CARDS, card.path(), new Shown(siteTitle, card), () -> table.draw(card)));
            table.tidy();
            return files;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** All that a picture depends on. */
    private record Shown(String siteTitle, Card card) {}

    /** What is needed to draw, got ready for the first card that has to be drawn. */
    private final class Table {
        private final String siteTitle;
        private @Nullable Cards cards;

        Table(String siteTitle) {
            this.siteTitle = siteTitle;
        }

        OutputFile draw(Card card) {
            Cards.Picture picture = ready().draw(card);
            return new OutputFile(picture.path(), picture.png());
        }

        private synchronized Cards ready() {
            if (cards == null) {
                try {
                    String outlines = new String(Assets.read("outlines.txt"), StandardCharsets.UTF_8);
                    cards = new Cards(siteTitle, outlines, cache);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
            return cards;
        }

        synchronized void tidy() {
            if (cards != null) {
                cards.tidy();
            }
        }
    }
}
