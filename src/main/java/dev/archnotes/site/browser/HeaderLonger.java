package dev.archnotes.site.browser;

/** A header goes on behind the bytes of its file that are at hand. */
final class HeaderLonger extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long needed;

    HeaderLonger(long needed) {
        super("more bytes are needed");
        this.needed = needed;
    }

    /** How many bytes from the start of the file are needed. */
    long needed() {
        return needed;
    }
}
