package dev.archnotes.model.diagnostic;

import java.util.Objects;

/**
 * What mends a mistake beyond doubt: other characters in the place of some that stand on one line of a file.
 *
 * @param place where the first of them stands
 * @param written the characters that stand there; where others do, the edit is not for this file
 * @param replacement what has to stand there instead
 */
public record Edit(Location place, String written, String replacement) {
    public Edit {
        Objects.requireNonNull(place);
        if (written.isEmpty() || written.indexOf('\n') >= 0 || replacement.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("an edit is of characters on one line");
        }
    }
}
