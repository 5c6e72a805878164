package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.FailedOn;
import dev.archnotes.site.content.Prose;
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
        List<Prose> texts = catalogue.library().prose();
        math.prepare(texts.stream()
                .flatMap(text -> text.document().formulas().stream())
                .toList());
        for (Prose text : texts) {
            findings.addAll(FailedOn.naming(
                    text.path(), () -> math.check(text.document().formulas())));
        }
    }
}
