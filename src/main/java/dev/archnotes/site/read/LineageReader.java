package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Evidence;
import dev.archnotes.site.content.Lineage;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code lineage.yaml}: which families are known to descend from which. */
public final class LineageReader {
    /** The words for kinds of evidence, here and in the timeline. */
    static final Map<String, Evidence> EVIDENCE =
            Map.of("stated", Evidence.STATED, "configuration", Evidence.CONFIGURATION, "inference", Evidence.INFERENCE);

    private LineageReader() {}

    /** The relations that are sound; a finding for everything else. */
    public static Lineage read(String path, String text, Diagnostics.Builder findings) {
        return new YamlSource(path, 1, findings)
                .mapping(text)
                .map(LineageReader::lineage)
                .orElse(Lineage.EMPTY);
    }

    static Lineage lineage(YamlMapping top) {
        List<Lineage.Edge> edges = new ArrayList<>();
        for (YamlMapping mapping : top.mappings("lineage")) {
            top.source().sound(() -> edge(mapping, edges)).ifPresent(edges::add);
        }
        top.finish();
        return new Lineage(edges);
    }

    private static Lineage.Edge edge(YamlMapping mapping, List<Lineage.Edge> above) {
        Lineage.Edge edge = edge(mapping);
        Optional<Lineage.Edge> before = new Lineage(above).between(edge.from(), edge.to());
        if (edge.from().equals(edge.to())) {
            mapping.impossible("to", "a family is not its own descendant", "");
        } else if (before.isPresent()) {
            mapping.error(
                    Rule.DUPLICATE_ID,
                    "from",
                    "these two families are related on line "
                            + before.get().fromPlace().line() + " already",
                    "");
        }
        return edge;
    }

    private static Lineage.Edge edge(YamlMapping mapping) {
        Lineage.Edge edge = new Lineage.Edge(
                mapping.text("from"),
                mapping.text("to"),
                mapping.choice("kind", EVIDENCE, Evidence.INFERENCE),
                mapping.text("sentence"),
                mapping.text("cite"),
                mapping.optionalText("locator").orElse(""),
                mapping.location("from"),
                mapping.location("to"),
                mapping.location("cite"));
        mapping.finish();
        return edge;
    }
}
