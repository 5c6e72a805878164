package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import java.util.List;
import java.util.function.Function;

/**
 * What a file says, with what is wrong with it.
 *
 * @param value what it says
 * @param findings what is wrong with it, in order
 */
record Told<T>(T value, List<Diagnostic> findings) {
    /** Reads something, with findings of its own. */
    static <T> Told<T> by(Function<Diagnostics.Builder, T> reading) {
        Diagnostics.Builder found = Diagnostics.builder();
        T value = reading.apply(found);
        return new Told<>(value, found.build().all());
    }

    /** The value; what is wrong is told to others. */
    T tell(Diagnostics.Builder others) {
        others.addAll(findings);
        return value;
    }
}
