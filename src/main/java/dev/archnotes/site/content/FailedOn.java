package dev.archnotes.site.content;

import java.util.function.Supplier;

/**
 * A failure of the program itself, with what it was working on: whoever reports it can then send the file that brings
 * it about.
 */
public final class FailedOn extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;

    // a public one would let a pool of threads make copies of it, which lack the file
    private FailedOn(String file, Throwable failure) {
        super(file, failure);
        this.file = file;
    }

    /** The path of a file of the notes, or of the site. */
    public String file() {
        return file;
    }

    /** Does some work on a file, and names that where the work fails; the innermost name counts. */
    public static <T> T naming(String file, Supplier<T> work) {
        try {
            return work.get();
        } catch (FailedOn named) {
            throw named;
        } catch (RuntimeException | Error failure) {
            throw new FailedOn(file, failure);
        }
    }
}
