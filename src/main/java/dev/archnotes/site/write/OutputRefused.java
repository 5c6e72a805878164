package dev.archnotes.site.write;

/** The site was not written, for a reason that the author can do something about; the message says what. */
public final class OutputRefused extends RuntimeException {

    OutputRefused(String message) {
        super(message);
    }
}
