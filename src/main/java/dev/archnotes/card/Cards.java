package dev.archnotes.card;

import dev.archnotes.page.Card;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Draws cards as PNG. */
public final class Cards {
    private final String siteTitle;
    private final Map<String, Typeface> faces;
    private final CardCache cache;

    /**
     * Draws for one site.
     *
     * @param siteTitle the name that stands on every card
     * @param outlines the letters, as the build prepared them
     * @param cache the folder in which finished cards are kept between builds
     */
    public Cards(String siteTitle, String outlines, Path cache) {
        this.siteTitle = siteTitle;
        this.faces = Typeface.read(outlines);
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
        return cards.parallelStream().map(card -> new Picture(card.path(), png(CardDrawing.of(card, siteTitle, faces)))).toList();
    }

    private byte[] png(List<Shape> shapes) {
        String key = CardCache.key(shapes);
        return cache.get(key).orElseGet(() -> {
            byte[] png = raster(shapes);
            cache.put(key, png);
            return png;
        });
    }

    static byte[] raster(List<Shape> shapes) {
        Bitmap bitmap = new Bitmap(Card.WIDTH, Card.HEIGHT);
        shapes.forEach(bitmap::fill);
        return Png.of(bitmap);
    }
}
