package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.content.ReadingOrder;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code reading.yaml}: the order of the concepts, what each builds on, and ways through them. */
final class ReadingOrderReader {
    private ReadingOrderReader() {}

    /** What is sound of it; a finding for everything else. */
    static ReadingOrder read(String path, String text, Diagnostics.Builder findings) {
        return new YamlSource(path, 1, findings)
                .mapping(text)
                .map(ReadingOrderReader::order)
                .orElse(ReadingOrder.NONE);
    }

    static ReadingOrder order(YamlMapping top) {
        List<ReadingOrder.Group> groups = new ArrayList<>();
        for (YamlMapping mapping : top.mappings("groups")) {
            groups.add(new ReadingOrder.Group(mapping.text("heading"), words(mapping, "concepts")));
            mapping.finish();
        }
        Map<String, PlacedWords> first = new LinkedHashMap<>();
        top.optionalMapping("first").ifPresent(mapping -> {
            for (String concept : mapping.keys()) {
                first.put(concept, words(mapping, concept));
            }
        });
        List<ReadingOrder.ReadingPath> paths = new ArrayList<>();
        for (YamlMapping mapping : top.optionalMappings("paths")) {
            paths.add(new ReadingOrder.ReadingPath(
                    mapping.text("name"), mapping.text("reader"), words(mapping, "stops")));
            mapping.finish();
        }
        top.finish();
        return new ReadingOrder(groups, first, paths);
    }

    private static PlacedWords words(YamlMapping mapping, String key) {
        return new PlacedWords(mapping.requiredTexts(key), mapping.places(key));
    }
}
