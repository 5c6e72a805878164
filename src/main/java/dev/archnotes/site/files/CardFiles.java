package dev.archnotes.site.files;

import dev.archnotes.site.files.card.Cards;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The pictures that are shown where links to pages are shared. */
public final class CardFiles {
    private CardFiles() {}

    /** The files of all cards; finished ones are kept in a cache folder between builds. */
    public static List<OutputFile> of(String siteTitle, Collection<Card> cards, Path cache) throws IOException {
        String outlines = new String(Assets.read("outlines.txt"), StandardCharsets.UTF_8);
        return new Cards(siteTitle, outlines, cache)
                .draw(cards).stream()
                        .map(card -> new OutputFile(card.path(), card.png()))
                        .toList();
    }
}
