package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.markdown.MarkdownDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where sources differ, and what this site chose.
 *
 * @param groups the entries by subject, most of them a model family
 */
public record Disagreements(List<Group> groups) {
    public static final Disagreements NONE = new Disagreements(List.of());

    public Disagreements {
        groups = List.copyOf(groups);
    }

    /** What sources differ about. */
    public enum Kind {
        COUNT("how many there are of something, or how large it is"),
        CONTEXT("how long an input may be"),
        DATE("when something was"),
        LICENSE("what one may do with it"),
        CLAIM("what something is, or was measured to be");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /** The word an author writes: {@code count}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What it is about, in words. */
        public String meaning() {
            return meaning;
        }

        /** All kinds by the words an author writes. */
        public static Map<String, Kind> byWord() {
            return Arrays.stream(values()).collect(Collectors.toMap(Kind::word, kind -> kind));
        }
    }

    /**
     * Entries under one heading.
     *
     * @param id its anchor
     * @param idPlace where that is written
     * @param heading the heading
     * @param models the slugs of the families that all its entries concern
     * @param entries the entries
     */
    public record Group(String id, Location idPlace, String heading, PlacedWords models, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }

        /** The slugs of the families that one of its entries concerns. */
        public List<String> modelsOf(Entry entry) {
            return Stream.concat(models.list().stream(), entry.models().list().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * A place where sources differ.
     *
     * @param id its anchor
     * @param idPlace where that is written
     * @param kind what they differ about
     * @param subject what it is about, in a few words
     * @param told who says what, what the files say, what this site shows
     * @param models the slugs of the families that it concerns besides those of its group
     * @param figures the figures that it concerns, each as variant and fact: {@code qwen3-32b/context.configured}
     */
    public record Entry(
            String id,
            Location idPlace,
            Kind kind,
            String subject,
            Told told,
            PlacedWords models,
            PlacedWords figures) {}

    /**
     * The sides of a disagreement, each a text of one paragraph.
     *
     * @param said who says what
     * @param files what the released files say, where they say something
     * @param here what this site shows, and why
     */
    public record Told(MarkdownDocument said, Optional<MarkdownDocument> files, MarkdownDocument here) {
        /** Who says what, without markup. */
        public String plainSaid() {
            return said.plain();
        }

        /** What the files say likewise. */
        public Optional<String> plainFiles() {
            return files.map(MarkdownDocument::plain);
        }

        /** What this site shows likewise. */
        public String plainHere() {
            return here.plain();
        }

        /** The keys of what is cited, each once. */
        public List<String> citedKeys() {
            return texts().flatMap(text -> text.citedKeys().stream()).distinct().toList();
        }

        /** All of them, in order. */
        public Stream<MarkdownDocument> texts() {
            return Stream.of(Optional.of(said), files, Optional.of(here)).flatMap(Optional::stream);
        }
    }

    /** All entries in their order. */
    public List<Entry> entries() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }

    /** All that is written as Markdown. */
    List<MarkdownDocument> texts() {
        return entries().stream().flatMap(entry -> entry.told().texts()).toList();
    }

    /** Whether a group or an entry has that anchor. */
    public boolean hasAnchor(String id) {
        return groups.stream()
                .anyMatch(group -> group.id().equals(id)
                        || group.entries().stream().anyMatch(entry -> entry.id().equals(id)));
    }
}
