package dev.archnotes.site.files;

import dev.archnotes.site.files.card.Cards;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The pictures that are shown where links to pages are shared. */
public final class CardFiles {
    private final Path cache;

    /**
     * Draws cards.
     *
     * @param cache the folder in which finished cards are kept between builds
     */
    public CardFiles(Path cache) {
        this.cache = cache;
    }

    /** The files of the cards of all pages that have one. */
    public List<OutputFile> of(String siteTitle, List<Page> pages) throws IOException {
        String outlines = new String(Assets.read("outlines.txt"), StandardCharsets.UTF_8);
        List<Card> cards =
                pages.stream().flatMap(page -> page.listing().card().stream()).toList();
        return new Cards(siteTitle, outlines, cache)
                .draw(cards).stream()
                        .map(card -> new OutputFile(card.path(), card.png()))
                        .toList();
    }
}
