package dev.archnotes.site.files.card;

import dev.archnotes.site.cache.CacheKey;
import dev.archnotes.site.page.Card;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws cards as PNG. */
public final class Cards {
    private final String siteTitle;
    private final String outlines;
    private final CardCache cache;
    private @Nullable Map<String, Typeface> faces;

    /**
     * Draws for one site.
     *
     * @param siteTitle the name that stands on every card
     * @param outlines the letters, as the build prepared them
     * @param cache the folder in which finished cards are kept between builds
     */
    public Cards(String siteTitle, String outlines, Path cache) {
        this.siteTitle = siteTitle;
        this.outlines = outlines;
        this.cache = new CardCache(cache.resolve("cards"));
    }

    /**
     * A finished card.
     *
     * @param path its place in the site
     * @param png the picture
     */
    public record Picture(String path, byte[] png) {}

    /** All cards, in their order. */
    public List<Picture> draw(Collection<Card> cards) {
        String setting = siteTitle + " in " + CacheKey.of(outlines);
        List<Picture> pictures = cards.parallelStream()
                .map(card -> new Picture(card.path(), png(card, setting)))
                .toList();
        cache.tidy();
        return pictures;
    }

    private byte[] png(Card card, String setting) {
        return cache.png(card, setting, () -> raster(CardDrawing.of(card, siteTitle, faces())));
    }

    /** The faces, read when the first card has to be drawn. */
    private synchronized Map<String, Typeface> faces() {
        if (faces == null) {
            faces = Typeface.read(outlines);
        }
        return faces;
    }

    static byte[] raster(List<Shape> shapes) {
        Bitmap bitmap = new Bitmap(Card.WIDTH, Card.HEIGHT);
        shapes.forEach(bitmap::fill);
        return Png.of(bitmap);
    }
}
