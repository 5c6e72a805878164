package dev.archnotes.model.reader;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.List;

/** What tests of single configurations have in common: a released one or one made up, read, and what is found in it. */
abstract class MadeConfigs {
    private static final String FILE = "x.json";

    /** The model of a configuration without errors. */
    static Variant read(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return JsonSource.model(FILE, text, findings).orElseThrow(() -> new AssertionError(findings.build()));
    }

    static List<Diagnostic> findings(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        JsonSource.model(FILE, text, findings);
        return findings.build().all();
    }

    /** A released configuration of a type that the notes do not have. */
    static String fixture(String id) {
        return Variants.text(Path.of("src/test/resources/configs/other/" + id + ".json"));
    }

    static FactSheet sheet(String text) {
        return FactSheet.of(read(text));
    }

    static long total(String text) {
        return sheet(text).whole(FactPath.PARAMETERS_TOTAL);
    }
}
