package dev.archnotes.site.browser;

import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.reader.Families;
import java.util.List;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The function of {@code config-hybrid.js}: state-space layers and short convolutions. */
public final class HybridReader {
    private HybridReader() {}

    /** What it reads. */
    static List<TypeFamily> families() {
        return List.of(new Families.Hybrid());
    }

    /** See {@link ConfigAnswer#of}. */
    @JSExport
    public static String archnotesReadConfig(String[] known, String file, JSObject config) {
        return ConfigAnswer.of(known, families(), file, new ScriptValue(config));
    }
}
