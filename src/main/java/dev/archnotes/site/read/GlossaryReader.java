package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code glossary.yaml}: what each term means, how it is written, and where it is explained. */
final class GlossaryReader {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 700;
    private static final String TERM = "term";
    private static final String ALSO = "also";
    private static final String MARKED = "marked";
    private static final String DEFINITION = "definition";
    private static final String EXAMPLE = "example";
    private static final String SECTION = "section";
    private static final String SEE = "see";

    private final Diagnostics.Builder findings;

    GlossaryReader(Diagnostics.Builder findings) {
        this.findings = findings;
    }

    /** The terms that are sound; a finding for everything else. */
    static Glossary read(String path, String text, Diagnostics.Builder findings) {
        GlossaryReader reader = new GlossaryReader(findings);
        return new YamlSource(path, 1, findings)
                .mapping(text)
                .map(reader::glossary)
                .orElse(Glossary.NONE);
    }

    Glossary glossary(YamlMapping top) {
        List<Glossary.Term> terms = new ArrayList<>();
        for (YamlMapping group : top.mappings("groups")) {
            String heading = group.text("heading");
            for (YamlMapping term : group.mappings("terms")) {
                group.source().sound(() -> term(heading, term)).ifPresent(terms::add);
            }
            group.finish();
        }
        top.finish();
        return new Glossary(terms);
    }

    private Glossary.Term term(String group, YamlMapping mapping) {
        String name = mapping.shortText(TERM, LONGEST_NAME, "write the term as notes have it");
        String id = MarkdownDialect.idOf(name);
        if (id.isEmpty() && !name.isEmpty()) {
            mapping.impossible(TERM, "\"" + name + "\" has no letter or digit, and its entry no address", "");
        }
        mapping.shortText(DEFINITION, LONGEST_TEXT, "write one to three sentences");
        Glossary.Term term = new Glossary.Term(
                id,
                name,
                group,
                new Glossary.Words(
                        words(mapping, ALSO),
                        mapping.has(MARKED) ? Optional.of(words(mapping, MARKED)) : Optional.empty()),
                new Glossary.Meaning(
                        text(mapping, DEFINITION),
                        mapping.has(EXAMPLE) ? Optional.of(text(mapping, EXAMPLE)) : Optional.empty()),
                mapping.optionalText(SECTION).orElse(""),
                words(mapping, SEE),
                mapping.location(TERM),
                mapping.location(SECTION));
        mapping.finish();
        return term;
    }

    private static PlacedWords words(YamlMapping mapping, String key) {
        return new PlacedWords(mapping.texts(key), mapping.places(key));
    }

    /** A text of Markdown: a paragraph, in which nothing stands that has an address of its own. */
    private MarkdownDocument text(YamlMapping mapping, String key) {
        MarkdownDocument document = MarkdownDialect.parse(
                mapping.textPlace(key), mapping.optionalText(key).orElse(""));
        findings.addAll(document.findings());
        if (!document.headings().isEmpty()
                || !document.blocks().isEmpty()
                || !document.images().isEmpty()) {
            mapping.error(
                    Rule.INVALID_MARKDOWN,
                    key,
                    "the " + key + " is more than a paragraph",
                    "write sentences, with links and citations where they help");
        }
        return document;
    }
}
