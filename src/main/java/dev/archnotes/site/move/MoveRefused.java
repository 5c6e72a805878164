package dev.archnotes.site.move;

/** A move that cannot be made; its message says why. Nothing has been changed. */
public final class MoveRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MoveRefused(String message) {
        super(message);
    }
}
