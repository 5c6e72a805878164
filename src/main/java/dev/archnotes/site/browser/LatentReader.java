package dev.archnotes.site.browser;

import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.reader.Families;
import java.util.List;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The function of {@code config-latent.js}: latents in place of keys and values. */
public final class LatentReader {
    private LatentReader() {}

    /** What it reads. */
    static List<TypeFamily> families() {
        return List.of(new Families.Latent(), new Families.Mistral3());
    }

    /** See {@link ConfigAnswer#of}. */
    @JSExport
    public static String archnotesReadConfig(String[] known, String file, JSObject config) {
        return ConfigAnswer.of(known, families(), file, new ScriptValue(config));
    }
}
