package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.PlacedText;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the YAML of a generator block. */
final class BlockReader {

    private static final String CAPTION = "caption";

    private BlockReader() {}

    static NoteBlock read(BlockRef block, Diagnostics.Builder findings) {
        return new YamlSource(block.location(), findings)
                .mapping(block.body())
                .map(mapping -> read(block, mapping, findings))
                .orElseGet(() -> new NoteBlock(
                        block,
                        PlacedWords.NONE,
                        PlacedWords.NONE,
                        PlacedWords.NONE,
                        Optional.empty(),
                        MarkdownDialect.parseLine(PlacedText.at(block.location(), ""))));
    }

    private static NoteBlock read(BlockRef block, YamlMapping mapping, Diagnostics.Builder findings) {
        switch (block.kind()) {
            case FAMILY_TREE:
                return readHistory(block, mapping, "mechanisms", findings);
            case TIMELINE:
                return readHistory(block, mapping, "eras", findings);
            case FIGURE:
                return readFigure(block, mapping, findings);
            default:
                return readModels(block, mapping, findings);
        }
    }

    private static NoteBlock readModels(BlockRef block, YamlMapping mapping, Diagnostics.Builder findings) {
        PlacedWords models = models(mapping);
        boolean drawing = block.kind() == BlockKind.DRAWING;
        String key = drawing ? "model" : "models";
        if (!mapping.has("models") && !mapping.has("model")) {
            mapping.error(Rule.MISSING_KEY, key, "the key \"" + key + "\" is missing", "");
        } else if (models.list().isEmpty()) {
            mapping.impossible("models", "the list names no model", "");
        } else if (drawing && models.list().size() > 1) {
            mapping.impossible(
                    "models", "a drawing shows one model, not " + models.list().size(), "write model: and one id");
        } else if (block.kind() == BlockKind.SIDE_BY_SIDE) {
            checkPair(models.list(), mapping);
        }
        List<String> columns = block.kind() == BlockKind.COMPARE ? mapping.requiredTexts("columns") : List.of();
        MarkdownDocument caption = block.kind() == BlockKind.SIDE_BY_SIDE && !mapping.has(CAPTION)
                ? MarkdownDialect.parseLine(PlacedText.at(mapping.location(), ""))
                : caption(mapping, findings);
        mapping.finish();
        return new NoteBlock(
                block,
                models,
                new PlacedWords(columns, mapping.places("columns")),
                PlacedWords.NONE,
                Optional.empty(),
                caption);
    }

    /** The sentence beneath a block, as Markdown. */
    private static MarkdownDocument caption(YamlMapping mapping, Diagnostics.Builder findings) {
        MarkdownDocument caption = MarkdownDialect.parseLine(mapping.placedText(CAPTION));
        findings.addAll(caption.findings());
        return caption;
    }

    /** Side by side stand two models; where one stands beside itself, there is nothing to see. */
    private static void checkPair(List<String> models, YamlMapping mapping) {
        if (models.size() != 2) {
            mapping.impossible(
                    "models", "two models stand side by side, not " + models.size(), "write models: [one, another]");
        } else if (models.get(0).equals(models.get(1))) {
            mapping.impossible("models", "\"" + models.get(0) + "\" stands beside itself", "name another model");
        }
    }

    private static PlacedWords models(YamlMapping mapping) {
        List<String> models = new ArrayList<>(mapping.texts("models"));
        mapping.optionalText("model").ifPresent(models::add);
        return new PlacedWords(models, mapping.places("models", "model"));
    }

    /** What is drawn from the timeline: all of it, or the entries that the block names. */
    private static NoteBlock readHistory(
            BlockRef block, YamlMapping mapping, String key, Diagnostics.Builder findings) {
        List<String> entries = mapping.texts(key);
        if (mapping.has(key) && entries.isEmpty()) {
            mapping.impossible(key, "the list is empty", "leave \"" + key + "\" out to show all of them");
        }
        MarkdownDocument caption = caption(mapping, findings);
        mapping.finish();
        return new NoteBlock(
                block,
                PlacedWords.NONE,
                PlacedWords.NONE,
                new PlacedWords(entries, mapping.places(key)),
                Optional.empty(),
                caption);
    }

    /** Which mechanism is explained; whether there is such a figure is asked by a check. */
    private static NoteBlock readFigure(BlockRef block, YamlMapping mapping, Diagnostics.Builder findings) {
        String shows = mapping.text("shows");
        boolean still = mapping.flag("still");
        boolean margin = mapping.flag("margin");
        PlacedWords models = models(mapping);
        Map<String, String> start = new LinkedHashMap<>();
        Map<String, Location> places = new HashMap<>(mapping.places("shows"));
        places.put("margin", mapping.location("margin"));
        mapping.optionalMapping("start").ifPresent(values -> {
            for (String name : values.keys()) {
                values.optionalWord(name).ifPresent(value -> start.put(name, value));
                places.put(name, values.location(name));
            }
            values.finish();
        });
        MarkdownDocument caption = caption(mapping, findings);
        mapping.finish();
        return new NoteBlock(
                block,
                models,
                PlacedWords.NONE,
                PlacedWords.NONE,
                Optional.of(new NoteBlock.FigureChoice(shows, still, margin, start, places)),
                caption);
    }
}
