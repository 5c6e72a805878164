package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.FailedOn;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.math.MathRenderer;
import java.util.List;

/** Can every formula be read? */
final class Formulas implements Check {
    private final MathRenderer math;

    Formulas(MathRenderer math) {
        this.math = math;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        List<Note> notes = catalogue.library().notes();
        math.prepare(notes.stream()
                .flatMap(note -> note.texts().stream())
                .flatMap(text -> text.formulas().stream())
                .toList());
        for (Note note : notes) {
            for (MarkdownDocument text : note.texts()) {
                findings.addAll(FailedOn.naming(text.path(), () -> math.check(text.formulas())));
            }
        }
    }
}
