package dev.archnotes.site.browser;

import dev.archnotes.model.config.TypeFamily;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which script of the calculator reads which model types: for a configuration one of them is loaded. A type may be in
 * several, beside those of the decoders that it holds; the first script that has both is taken.
 */
public final class ReaderScripts {
    private ReaderScripts() {}

    /** The model types by script; the first is for types that nobody reads, too. */
    public static Map<String, List<String>> types() {
        Map<String, List<String>> types = new LinkedHashMap<>();
        types.put("config.js", names(PlainReader.families()));
        types.put("config-block.js", names(BlockReader.families()));
        types.put("config-qwen.js", names(QwenReader.families()));
        types.put("config-mixture.js", names(MixtureReader.families()));
        types.put("config-gemma.js", names(GemmaReader.families()));
        types.put("config-window.js", names(WindowReader.families()));
        types.put("config-latent.js", names(LatentReader.families()));
        types.put("config-hybrid.js", names(HybridReader.families()));
        return types;
    }

    private static List<String> names(List<TypeFamily> families) {
        return families.stream()
                .flatMap(family -> family.names().stream())
                .sorted()
                .toList();
    }
}
