package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.markdown.math.MathRenderer;

/** Can every formula be read? */
final class Formulas implements Check {
    private final MathRenderer math;

    Formulas(MathRenderer math) {
        this.math = math;
    }

    @Override
    public void check(ComputedLibrary library, Diagnostics.Builder findings) {
        for (Note note : library.library().notes()) {
            findings.addAll(math.check(note.document().formulas()));
        }
    }
}
