package dev.archnotes.model.attention;

/** How far back one kind of attention sees, and in what form it keeps what it sees. */
public enum Reach {
    /** Keys and values of every earlier token. */
    FULL("full", "full", ""),
    /** Keys and values of the newest tokens. */
    WINDOW("window", "sliding", "sliding-window"),
    /** Keys and values of the current chunk of tokens. */
    CHUNK("chunk", "chunked", "chunked"),
    /** A latent of every earlier token. */
    LATENT("latent", "latent", "latent"),
    /** The newest tokens, and pooled entries of all others. */
    COMPRESSED("compressed", "compressed", "compressed"),
    /** A state of fixed size. */
    LINEAR("linear", "linear", "linear"),
    /** The inputs of the newest few tokens. */
    CONVOLUTION("convolution", "convolution", "convolution"),
    /** Keys and values of pictures, and no token of the text. */
    PICTURE("picture", "cross", "picture-reading"),
    /** Nothing but the token itself: a layer without a token mixer. */
    NONE("none", "feed-forward only", "");

    private final String key;
    private final String word;
    private final String name;

    Reach(String key, String word, String name) {
        this.key = key;
        this.word = word;
        this.name = name;
    }

    /** The word in fact paths: {@code attention.window_layers}. */
    public String key() {
        return key;
    }

    /**
     * The word for layers of it.
     *
     * @param amongWindows whether other layers have windows, beside which a full one is {@code global}
     */
    public String word(boolean amongWindows) {
        return this == FULL && amongWindows ? "global" : word;
    }

    /** Whether it keeps keys and values of the tokens that it sees. */
    public boolean hasKeysAndValues() {
        return this == FULL || this == WINDOW || this == CHUNK || this == PICTURE;
    }

    /** What it adds to the name of an attention; empty for one that sees everything. */
    public String adjective() {
        return name;
    }
}
