package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Explanation;
import dev.archnotes.site.content.Explanations;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code mechanisms.yaml}: what each mechanism changes. */
public final class MechanismReader {
    private MechanismReader() {}

    /** The texts that are sound; a finding for everything else. */
    public static Explanations read(String path, String text, Diagnostics.Builder findings) {
        return new YamlSource(path, 1, findings)
                .mapping(text)
                .map(MechanismReader::texts)
                .orElse(Explanations.EMPTY);
    }

    static Explanations texts(YamlMapping top) {
        Map<String, Explanation> texts = new LinkedHashMap<>();
        for (YamlMapping mapping : top.mappings("mechanisms")) {
            top.source().sound(() -> text(mapping)).ifPresent(text -> {
                Explanation before = texts.putIfAbsent(text.id(), text);
                if (before != null) {
                    mapping.error(
                            Rule.DUPLICATE_ID,
                            "id",
                            "the id \"" + text.id() + "\" is used on line "
                                    + before.place().line() + " already",
                            "");
                }
            });
        }
        top.finish();
        return new Explanations(texts);
    }

    private static Explanation text(YamlMapping mapping) {
        Map<String, String> against = new LinkedHashMap<>();
        for (YamlMapping other : mapping.optionalMappings("against")) {
            against.put(other.text("mechanism"), other.text("changes"));
            other.finish();
        }
        String concept = mapping.text("concept");
        int hash = concept.indexOf('#');
        Explanation text = new Explanation(
                mapping.text("id"),
                mapping.text("name"),
                hash < 0 ? concept : concept.substring(0, hash),
                hash < 0 ? "" : concept.substring(hash + 1),
                mapping.text("changes"),
                against,
                mapping.location("id"),
                mapping.location("concept"));
        mapping.finish();
        return text;
    }
}
