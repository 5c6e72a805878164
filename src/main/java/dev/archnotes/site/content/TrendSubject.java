package dev.archnotes.site.content;

/** What a small chart of a trend shows of the models. */
public enum TrendSubject {
    /** The share of the weights that act on a token. */
    ACTIVE_SHARE("active-share"),
    /** The numbers that a token leaves in the cache of a layer. */
    CACHED_NUMBERS("cached-numbers"),
    /** The share of the layers that keep something of every token. */
    REMEMBERING_LAYERS("remembering-layers"),
    /** Norms by kind and place. */
    NORMS("norms"),
    /** The smallest and the largest size of each family. */
    SIZES("sizes");

    private final String key;

    TrendSubject(String key) {
        this.key = key;
    }

    /** The word in the front matter. */
    public String key() {
        return key;
    }
}
