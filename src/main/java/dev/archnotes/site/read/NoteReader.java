package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.content.FrontMatter;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteAddress;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.NotePlace;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.content.TrendSubject;
import dev.archnotes.site.markdown.FrontMatterSplit;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.yaml.TomlText;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a note: its front matter, its Markdown, and the YAML of its generator blocks. */
final class NoteReader {
    /** What is front matter rather than a line across the page, although nothing closes it. */
    private static final String HINT_OF_KEY = "write the one sentence to remember, of at most 140 characters";

    private static final String HINT_OF_DESCRIPTION =
            "write one or two sentences for a list of search results, of 100 to 160 characters";

    private static final Pattern OPEN_KEY = Pattern.compile("\\s*(?:---|\\+\\+\\+)\\s*\\n[\\w-]+\\s*[:=]");

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_DESCRIPTION = 160;
    private static final String FEATURES = "features";
    private static final String COLUMNS = "columns";
    private static final String PART = "part";
    private static final Map<String, Optional<ExplainedPart>> PARTS =
            Arrays.stream(ExplainedPart.values()).collect(Collectors.toMap(ExplainedPart::key, Optional::of));

    private static final int MOST_TAGS = 100;
    private static final int MOST_ALIASES = 1_000;

    private static final String PLACE = "place";
    private static final String CHARTS = "charts";
    private static final Map<String, Optional<NotePlace>> PLACES =
            Arrays.stream(NotePlace.values()).collect(Collectors.toMap(NotePlace::key, Optional::of));
    private static final Map<String, TrendSubject> SUBJECTS =
            Arrays.stream(TrendSubject.values()).collect(Collectors.toMap(TrendSubject::key, subject -> subject));

    private static final String UPDATED = "updated";

    private NoteReader() {}

    /**
     * The note; where something is missing in it, a finding says so and the value is empty.
     *
     * @param strict whether the author has to say everything; otherwise the note itself says what front matter does not
     */
    static Note read(String path, NoteKind kind, boolean strict, String text, Diagnostics.Builder findings) {
        FrontMatterSplit split = split(path, text, strict, findings);
        Diagnostics.Builder ofFront = Diagnostics.builder();
        Optional<YamlMapping> mapping = mapping(path, split, strict, ofFront);
        boolean toml = split.format() == FrontMatterSplit.Format.TOML;
        if (!strict && !toml && mapping.isEmpty() && split.frontMatter().indexOf(':') < 0) {
            // lines of hyphens around prose
            split = FrontMatterSplit.none(text);
            ofFront = Diagnostics.builder();
        }
        String title = mapping.map(keys -> title(keys, strict)).orElse("");
        MarkdownDocument document = MarkdownDialect.parse(path, split.bodyLine(), split.body(), kind::pageHasId, title);
        NoteId id = new NoteId(path);
        FrontMatter front = mapping.map(
                        keys -> strict ? demanded(keys, title, kind, document) : said(keys, title, kind, id, document))
                .orElseGet(() -> strict ? FrontMatter.missing(id) : derived(title, id, document));
        findings.addAll(ofFront.build().all());
        findings.addAll(document.findings());
        List<NoteBlock> blocks = document.blocks().stream()
                .map(block -> BlockReader.read(block, findings))
                .toList();
        return new Note(id, kind, NoteAddress.of(id, kind, front.slug()), front, document, blocks, Disagreements.NONE);
    }

    private static FrontMatterSplit split(String path, String text, boolean strict, Diagnostics.Builder findings) {
        FrontMatterSplit split = FrontMatterSplit.of(path, text);
        if (strict || split.findings().isEmpty()) {
            findings.addAll(split.findings());
            return split;
        }
        if (split.format() != FrontMatterSplit.Format.NONE
                && OPEN_KEY.matcher(text).lookingAt()) {
            split.findings().forEach(finding -> findings.add(finding.withSeverity(Severity.WARNING)));
        }
        return FrontMatterSplit.none(text);
    }

    private static Optional<YamlMapping> mapping(
            String path, FrontMatterSplit split, boolean strict, Diagnostics.Builder findings) {
        int line = split.frontMatterLine();
        YamlSource source = strict ? new YamlSource(path, line, findings) : YamlSource.forgiving(path, line, findings);
        if (split.format() == FrontMatterSplit.Format.NONE || !split.findings().isEmpty()) {
            return Optional.empty();
        }
        if (split.format() != FrontMatterSplit.Format.TOML) {
            return source.mapping(split.frontMatter());
        }
        Diagnostics.Builder ofToml = Diagnostics.builder();
        Optional<String> yaml = TomlText.yaml(path, line, split.frontMatter(), ofToml);
        ofToml.build().forEach(finding -> findings.add(strict ? finding : finding.withSeverity(Severity.WARNING)));
        return yaml.flatMap(source::mapping);
    }

    private static String title(YamlMapping mapping, boolean strict) {
        return strict
                ? mapping.shortText("title", LONGEST_TITLE, "")
                : mapping.optionalShortText("title", LONGEST_TITLE).orElse("");
    }

    private static FrontMatter demanded(YamlMapping mapping, String title, NoteKind kind, MarkdownDocument document) {
        String slug = mapping.address("slug");
        String key = mapping.shortText("key", LONGEST_TEXT, HINT_OF_KEY);
        String description = mapping.shortText("description", LONGEST_TEXT, HINT_OF_DESCRIPTION);
        boolean concept = kind == NoteKind.CONCEPT;
        FrontMatter.Users users = concept ? users(mapping) : FrontMatter.Users.NONE;
        Optional<ExplainedPart> part = concept ? mapping.choiceOr(PART, PARTS, Optional.empty()) : Optional.empty();
        if (!concept) {
            reportConceptKeys(mapping);
        }
        FrontMatter.Frame frame = kind == NoteKind.TEXT ? frame(mapping, document) : FrontMatter.Frame.NONE;
        FrontMatter.Filing filing = filing(mapping, Map.of());
        mapping.finish();
        return new FrontMatter(slug, title, key, description, users, part, frame, filing, mapping.location("slug"));
    }

    /** What the author says, and for the rest what the note itself says. */
    private static FrontMatter said(
            YamlMapping mapping, String title, NoteKind kind, NoteId id, MarkdownDocument document) {
        FrontMatter derived = derived(title, id, document);
        boolean concept = kind == NoteKind.CONCEPT;
        FrontMatter.Users users = concept ? users(mapping.texts(FEATURES), mapping) : FrontMatter.Users.NONE;
        Optional<ExplainedPart> part = concept ? mapping.choiceOr(PART, PARTS, Optional.empty()) : Optional.empty();
        FrontMatter.Frame frame = kind == NoteKind.TEXT ? frame(mapping, document) : FrontMatter.Frame.NONE;
        String slug = mapping.optionalText("slug").map(NoteReader::lastPart).orElse("");
        String key = mapping.optionalShortText("key", LONGEST_TEXT, HINT_OF_KEY).orElse("");
        String description = mapping.optionalShortText("description", LONGEST_TEXT, HINT_OF_DESCRIPTION)
                .filter(text -> !text.isEmpty())
                .orElse(derived.description());
        FrontMatter.Filing known = filing(mapping, Map.of());
        FrontMatter.Filing filing = new FrontMatter.Filing(
                known.weight(), known.draft(), known.tags(), known.aliases(), known.updated(), mapping.others());
        Location place = mapping.location("slug");
        return new FrontMatter(slug, derived.title(), key, description, users, part, frame, filing, place);
    }

    /** Asks for everything that front matter may say, in notes of each kind. */
    static void explore(YamlMapping mapping) {
        MarkdownDocument empty = MarkdownDialect.parse(mapping.location(), "");
        for (NoteKind kind : List.of(NoteKind.TEXT, NoteKind.CONCEPT)) {
            said(mapping, title(mapping, false), kind, new NoteId("note.md"), empty);
        }
    }

    /** The last part of what other generators take as a whole address. */
    private static String lastPart(String slug) {
        String path = slug.endsWith("/") ? slug.substring(0, slug.length() - 1) : slug;
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? "" : NoteAddress.part(last);
    }

    private static FrontMatter derived(String title, NoteId id, MarkdownDocument document) {
        String heading = title.isEmpty() ? document.title().orElse("") : title;
        String shown = heading.isEmpty() ? named(id) : shortened(heading, LONGEST_TITLE);
        String words = shortened(document.firstParagraph(), LONGEST_DESCRIPTION);
        return new FrontMatter(
                "",
                shown,
                "",
                words.isEmpty() ? shown : words,
                FrontMatter.Users.NONE,
                Optional.empty(),
                FrontMatter.Frame.NONE,
                FrontMatter.Filing.NONE,
                Location.startOf(id.path()));
    }

    /** {@code First steps} for {@code first-steps.md}, and the folder's name for the note that stands for it. */
    private static String named(NoteId id) {
        String folder = id.folder();
        boolean ofFolder = NoteAddress.isOfFolder(id) && !folder.isEmpty();
        return NoteAddress.words(
                ofFolder ? folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1) : id.stem());
    }

    /** The words up to the last whole one that fits. */
    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int sentence = text.lastIndexOf(". ", most - 1);
        if (sentence > most / 2) {
            return text.substring(0, sentence + 1);
        }
        int space = text.lastIndexOf(' ', most - 1);
        int end = space > most / 2 ? space : text.offsetByCodePoints(0, text.codePointCount(0, most - 1) - 1);
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static FrontMatter.Filing filing(YamlMapping mapping, Map<String, Location> others) {
        Optional<Double> weight = mapping.optionalNumber("weight").or(() -> mapping.optionalNumber("order"));
        return new FrontMatter.Filing(
                weight,
                mapping.flag("draft"),
                few(mapping, "tags", MOST_TAGS),
                new PlacedWords(few(mapping, "aliases", MOST_ALIASES), mapping.places("aliases")),
                updated(mapping),
                others);
    }

    /** The words of a list each of which makes a page. */
    private static List<String> few(YamlMapping mapping, String key, int most) {
        List<String> words = mapping.words(key);
        if (words.size() > most) {
            mapping.impossible(key, "\"" + key + "\" lists " + words.size() + " words", "write at most " + most);
        }
        return words.subList(0, Math.min(most, words.size()));
    }

    private static Optional<String> updated(YamlMapping mapping) {
        return mapping.has(UPDATED)
                ? Optional.of(mapping.date(UPDATED, "write the day of the last change, for example 2025-09-11"))
                        .filter(day -> !day.isEmpty())
                : Optional.empty();
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
        List<String> features = mapping.requiredTexts(FEATURES);
        mapping.requiredTexts(COLUMNS);
        return users(features, mapping);
    }

    private static FrontMatter.Users users(List<String> features, YamlMapping mapping) {
        return new FrontMatter.Users(
                features, mapping.texts(COLUMNS), mapping.places(FEATURES), mapping.places(COLUMNS));
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
