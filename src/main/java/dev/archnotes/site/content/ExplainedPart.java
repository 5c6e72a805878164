package dev.archnotes.site.content;

/**
 * What a concept note explains of a decoder block that stands for all of them, from the top of the block to its bottom.
 * A note says so under {@code part} in its front matter; a note that says nothing stands below the block.
 */
public enum ExplainedPart {
    /** The way of each new token back to the entry. */
    GENERATION("generation"),
    NORMALIZATION("normalization"),
    /** How many layers there are. */
    LAYERS("layers"),
    FEED_FORWARD("feed-forward"),
    /** Keys and values that are kept. */
    CACHE("cache"),
    /** Heads of attention that each have keys and values of their own. */
    HEADS("heads"),
    /** Heads that share keys and values in groups. */
    SHARED_HEADS("shared-heads"),
    /** Heads that share a latent. */
    LATENT("latent"),
    /** Attention that sees the last tokens only. */
    WINDOW("window"),
    /** Attention with a state of fixed size. */
    STATE("state"),
    /** How the order of tokens enters attention. */
    POSITIONS("positions"),
    /** What lies in memory. */
    MEMORY("memory");

    private final String key;

    ExplainedPart(String key) {
        this.key = key;
    }

    /** The word in the front matter: {@code shared-heads}. */
    public String key() {
        return key;
    }
}
