package dev.archnotes.site.check;

import dev.archnotes.fuzz.FuzzTarget;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Targets;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.sites.FieldGuide;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Holds the checked facts of a text against the models of the small site. */
public final class FuzzedFact {
    private static final Catalogue CATALOGUE = catalogue();

    private FuzzedFact() {}

    private static Catalogue catalogue() {
        try {
            return Catalogue.of(LibraryReader.read(FieldGuide.NOTES).library());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks every fact of the text, and the text itself as the words and the target of one. */
    public static void check(String text) {
        Diagnostics.Builder found = Diagnostics.builder();
        CheckedFacts facts = new CheckedFacts(Targets.builder());
        MarkdownDialect.parse("note.md", 1, text).facts().forEach(fact -> facts.check(fact, CATALOGUE, found));
        FuzzTarget.printed(text, found);
    }
}
