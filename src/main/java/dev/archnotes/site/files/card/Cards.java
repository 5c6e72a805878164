package dev.archnotes.site.files.card;

import dev.archnotes.site.cache.CacheKey;
import dev.archnotes.site.page.Card;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws cards as PNG. */
public final class Cards {
    private final String siteTitle;
    private final String outlines;
    private final String setting;
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
        this.setting = siteTitle + " in " + CacheKey.of(outlines);
        this.cache = new CardCache(cache.resolve("cards"));
    }

    /**
     * A finished card.
     *
     * @param path its place in the site
     * @param png the picture
     */
    public record Picture(String path, byte[] png) {}

    /** A finished card; any thread may ask. */
    public Picture draw(Card card) {
        return new Picture(
                card.path(), cache.png(card, setting, () -> raster(CardDrawing.of(card, siteTitle, faces()))));
    }

    /** Removes cards that no build has asked for in a long time. */
    public void tidy() {
        cache.tidy();
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
