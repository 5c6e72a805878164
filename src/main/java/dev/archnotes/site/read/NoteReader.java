package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.content.FrontMatter;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.NotePlace;
import dev.archnotes.site.content.TrendSubject;
import dev.archnotes.site.markdown.FrontMatterSplit;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a note: its front matter, its Markdown, and the YAML of its generator blocks. */
final class NoteReader {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final String FEATURES = "features";
    private static final String COLUMNS = "columns";
    private static final String PART = "part";
    private static final Map<String, Optional<ExplainedPart>> PARTS =
            Arrays.stream(ExplainedPart.values()).collect(Collectors.toMap(ExplainedPart::key, Optional::of));

    private static final String PLACE = "place";
    private static final String CHARTS = "charts";
    private static final Map<String, Optional<NotePlace>> PLACES =
            Arrays.stream(NotePlace.values()).collect(Collectors.toMap(NotePlace::key, Optional::of));
    private static final Map<String, TrendSubject> SUBJECTS =
            Arrays.stream(TrendSubject.values()).collect(Collectors.toMap(TrendSubject::key, subject -> subject));

    private NoteReader() {}

    /** The note; where something is missing in it, a finding says so and the value is empty. */
    static Note read(String path, NoteKind kind, String text, Diagnostics.Builder findings) {
        FrontMatterSplit split = FrontMatterSplit.of(path, text);
        MarkdownDocument document = MarkdownDialect.parse(path, split.bodyLine(), split.body(), kind::pageHasId);
        findings.addAll(split.findings());
        findings.addAll(document.findings());
        NoteId id = new NoteId(path);
        FrontMatter front = FrontMatter.missing(id);
        if (split.findings().isEmpty()) {
            YamlSource source = new YamlSource(path, split.frontMatterLine(), findings);
            front = source.mapping(split.frontMatter())
                    .map(mapping -> frontMatter(mapping, kind, document))
                    .orElse(front);
        }
        List<NoteBlock> blocks = document.blocks().stream()
                .map(block -> BlockReader.read(block, findings))
                .toList();
        return new Note(id, kind, front, document, blocks, Disagreements.NONE);
    }

    private static FrontMatter frontMatter(YamlMapping mapping, NoteKind kind, MarkdownDocument document) {
        String title = mapping.shortText("title", LONGEST_TITLE, "");
        String slug = mapping.address("slug");
        String key =
                mapping.shortText("key", LONGEST_TEXT, "write the one sentence to remember, of at most 140 characters");
        String description = mapping.shortText(
                "description",
                LONGEST_TEXT,
                "write one or two sentences for a list of search results, of 100 to 160 characters");
        boolean concept = kind == NoteKind.CONCEPT;
        FrontMatter.Users users = concept ? users(mapping) : FrontMatter.Users.NONE;
        Optional<ExplainedPart> part = concept ? mapping.choiceOr(PART, PARTS, Optional.empty()) : Optional.empty();
        if (!concept) {
            reportConceptKeys(mapping);
        }
        FrontMatter.Frame frame = kind == NoteKind.TEXT ? frame(mapping, document) : FrontMatter.Frame.NONE;
        mapping.finish();
        return new FrontMatter(slug, title, key, description, users, part, frame, mapping.location("slug"));
    }

    private static FrontMatter.Frame frame(YamlMapping mapping, MarkdownDocument document) {
        Optional<NotePlace> place = mapping.choiceOr(PLACE, PLACES, Optional.empty());
        Map<String, TrendSubject> charts = new LinkedHashMap<>();
        mapping.optionalMapping(CHARTS).ifPresent(entries -> {
            List<String> headings =
                    document.headings().stream().map(Heading::id).toList();
            for (String heading : entries.keys()) {
                if (!headings.contains(heading)) {
                    entries.impossible(
                            heading,
                            "no heading of the note has the id \"" + heading + "\"",
                            Suggestion.hint(heading, headings));
                }
                charts.put(heading, entries.choice(heading, SUBJECTS, TrendSubject.SIZES));
            }
        });
        return new FrontMatter.Frame(place, charts);
    }

    private static FrontMatter.Users users(YamlMapping mapping) {
        return new FrontMatter.Users(
                mapping.requiredTexts(FEATURES),
                mapping.requiredTexts(COLUMNS),
                mapping.places(FEATURES),
                mapping.places(COLUMNS));
    }

    private static void reportConceptKeys(YamlMapping mapping) {
        for (String key : List.of(FEATURES, COLUMNS, PART)) {
            if (mapping.has(key)) {
                mapping.error(
                        Rule.UNKNOWN_KEY,
                        key,
                        "\"" + key + "\" is for concept notes",
                        "their folder is Generic/, or the one that site.yaml names");
            }
        }
    }
}
