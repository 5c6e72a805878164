package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.PlacedText;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code disagreements.yaml}: where sources differ, and what the site chose. */
final class DisagreementReader {
    private static final int LONGEST_SUBJECT = 100;
    private static final String MODELS = "models";
    private static final String FIGURES = "figures";

    private final YamlSource source;
    private final Diagnostics.Builder findings;

    DisagreementReader(YamlSource source, Diagnostics.Builder findings) {
        this.source = source;
        this.findings = findings;
    }

    /** The entries that are sound; a finding for everything else. */
    static Disagreements read(String path, String text, Diagnostics.Builder findings) {
        DisagreementReader reader = new DisagreementReader(new YamlSource(path, 1, findings), findings);
        return reader.source.mapping(text).map(reader::disagreements).orElse(Disagreements.NONE);
    }

    Disagreements disagreements(YamlMapping top) {
        List<Disagreements.Group> groups = new ArrayList<>();
        for (YamlMapping group : top.mappings("disagreements")) {
            groups.add(group(group));
        }
        top.finish();
        return new Disagreements(groups);
    }

    private Disagreements.Group group(YamlMapping mapping) {
        String id = mapping.address("id");
        String heading = mapping.shortText("heading", LONGEST_SUBJECT, "");
        PlacedWords models = words(mapping, MODELS);
        List<Disagreements.Entry> entries = new ArrayList<>();
        for (YamlMapping entry : mapping.mappings("entries")) {
            source.sound(() -> entry(entry)).ifPresent(entries::add);
        }
        mapping.finish();
        return new Disagreements.Group(id, mapping.location("id"), heading, models, entries);
    }

    private Disagreements.Entry entry(YamlMapping mapping) {
        Disagreements.Entry entry = new Disagreements.Entry(
                mapping.address("id"),
                mapping.location("id"),
                mapping.choice("kind", Disagreements.Kind.byWord(), Disagreements.Kind.CLAIM),
                mapping.shortText("subject", LONGEST_SUBJECT, ""),
                new Disagreements.Told(
                        line(mapping.placedText("said")),
                        mapping.optionalPlacedText("files").map(this::line),
                        line(mapping.placedText("here"))),
                words(mapping, MODELS),
                words(mapping, FIGURES));
        mapping.finish();
        return entry;
    }

    private static PlacedWords words(YamlMapping mapping, String key) {
        return new PlacedWords(mapping.texts(key), mapping.places(key));
    }

    private MarkdownDocument line(PlacedText text) {
        MarkdownDocument line = MarkdownDialect.parseLine(text);
        findings.addAll(line.findings());
        return line;
    }
}
