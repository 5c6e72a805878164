package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.markdown.FrontMatterSplit;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a note: its front matter, its Markdown, and the YAML of its generator blocks. */
final class NoteReader {
    private NoteReader() {}

    /** The note; where something is missing in it, a finding says so and the value is empty. */
    static Note read(String path, NoteKind kind, String text, Diagnostics.Builder findings) {
        FrontMatterSplit split = FrontMatterSplit.of(path, text);
        MarkdownDocument document = MarkdownDialect.parse(path, split.bodyLine(), split.body());
        findings.addAll(split.findings());
        findings.addAll(document.findings());
        FrontMatter front = FrontMatter.EMPTY;
        if (split.findings().isEmpty()) {
            YamlSource source = new YamlSource(path, split.frontMatterLine(), findings);
            front = source.mapping(split.frontMatter())
                    .map(mapping -> frontMatter(mapping, kind))
                    .orElse(FrontMatter.EMPTY);
        }
        List<NoteBlock> blocks = document.blocks().stream()
                .map(block -> BlockReader.read(block, findings))
                .toList();
        return new Note(
                new NoteId(path),
                kind,
                front.slug,
                front.title,
                front.key,
                front.description,
                front.features,
                front.columns,
                document,
                blocks,
                front.slugPlace.orElse(Location.startOf(path)),
                front.featurePlaces,
                front.columnPlaces);
    }

    private static FrontMatter frontMatter(YamlMapping mapping, NoteKind kind) {
        String title = mapping.text("title");
        String slug = mapping.address("slug");
        String key = mapping.text("key", "write the one sentence to remember, of at most 140 characters");
        String description = mapping.text(
                "description", "write one or two sentences for a list of search results, of 100 to 160 characters");
        boolean concept = kind == NoteKind.CONCEPT;
        List<String> features = concept ? mapping.requiredTexts("features") : List.of();
        List<String> columns = concept ? mapping.requiredTexts("columns") : List.of();
        for (String conceptKey : List.of("features", "columns")) {
            if (!concept && mapping.has(conceptKey)) {
                mapping.error(
                        Rule.UNKNOWN_KEY, conceptKey, "\"" + conceptKey + "\" is for concept notes, in Generic/", "");
            }
        }
        mapping.finish();
        return new FrontMatter(
                title,
                slug,
                key,
                description,
                features,
                columns,
                Optional.of(mapping.location("slug")),
                mapping.places("features"),
                mapping.places("columns"));
    }

    private record FrontMatter(
            String title,
            String slug,
            String key,
            String description,
            List<String> features,
            List<String> columns,
            Optional<Location> slugPlace,
            Map<String, Location> featurePlaces,
            Map<String, Location> columnPlaces) {
        static final FrontMatter EMPTY =
                new FrontMatter("", "", "", "", List.of(), List.of(), Optional.empty(), Map.of(), Map.of());
    }
}
