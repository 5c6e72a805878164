package dev.archnotes.model.checkpoint;

/** What keeps a header from being read, on its way to the finding. */
final class HeaderFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String words;

    /** A fault in words that name its place. */
    HeaderFault(String words) {
        // a hostile file causes many; where in the program one was found tells nobody anything
        super(words, null, false, false);
        this.words = words;
    }

    /** A fault at a byte of the file. */
    static HeaderFault at(long place, String words) {
        return new HeaderFault("byte " + place + ": " + words);
    }

    String words() {
        return words;
    }
}
