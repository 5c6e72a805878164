package dev.archnotes.site.browser;

import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.reader.Families;
import java.util.List;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The function of {@code config-block.js}: blocks unlike Llama's, plain mixtures, and images before them. */
public final class BlockReader {
    private BlockReader() {}

    /** What it reads. */
    static List<TypeFamily> families() {
        return List.of(new Families.Block(), new Families.PlainMixture(), new Families.Wrapper());
    }

    /** See {@link ConfigAnswer#of}. */
    @JSExport
    public static String archnotesReadConfig(String[] known, String file, JSObject config) {
        return ConfigAnswer.of(known, families(), file, new ScriptValue(config));
    }
}
