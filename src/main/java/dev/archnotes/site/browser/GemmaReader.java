package dev.archnotes.site.browser;

import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.reader.Families;
import java.util.List;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The function of {@code config-gemma.js}: Gemma, and decoders that read pictures by cross-attention. */
public final class GemmaReader {
    private GemmaReader() {}

    /** What it reads. */
    static List<TypeFamily> families() {
        return List.of(new Families.Gemma(), new Families.PictureReading());
    }

    /** See {@link ConfigAnswer#of}. */
    @JSExport
    public static String archnotesReadConfig(String[] known, String file, JSObject config) {
        return ConfigAnswer.of(known, families(), file, new ScriptValue(config));
    }
}
