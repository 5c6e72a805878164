package dev.archnotes.site.browser;

import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.reader.Families;
import dev.archnotes.model.reader.UnreadTypes;
import java.util.List;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/**
 * The function of {@code config.js}: decoders like Llama's, and images before them; of a type that nobody reads it says
 * why.
 */
public final class PlainReader {
    private PlainReader() {}

    /** What it reads. */
    static List<TypeFamily> families() {
        return List.of(new Families.Dense(), new Families.Wrapper(), new Families.Mistral3(), new UnreadTypes());
    }

    /** See {@link ConfigAnswer#of}. */
    @JSExport
    public static String archnotesReadConfig(String[] known, String file, JSObject config) {
        return ConfigAnswer.of(known, families(), file, new ScriptValue(config));
    }
}
