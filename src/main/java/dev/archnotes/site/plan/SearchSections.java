package dev.archnotes.site.plan;

import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.MechanismProfile;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.node.TextSection;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Plans what search finds of pages. */
final class SearchSections {
    /** Figures of a data sheet that somebody may look for by their printed digits. */
    private static final List<FactPath> FIGURES = List.of(
            FactPath.PARAMETERS_TOTAL,
            FactPath.PARAMETERS_ACTIVE_ALL,
            FactPath.ATTENTION_MIX,
            FactPath.KV_CACHE_BYTES_PER_TOKEN,
            FactPath.kvCacheBytesAt(32_768),
            FactPath.CONTEXT_CONFIGURED,
            FactPath.LICENSE);

    private final Catalogue catalogue;

    SearchSections(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The sections of a note; key line and description stand before the words above the first heading. */
    List<Listing.SearchSection> note(Listing.SearchSection.Group group, Note note) {
        String href = Paths.note(note).value();
        List<TextSection> sections = note.document().sections();
        boolean opening = !sections.isEmpty() && sections.get(0).headingId().isEmpty();
        String lead = note.key() + " " + note.description()
                + (opening ? " " + sections.get(0).searched() : "");
        List<Listing.SearchSection> found = new ArrayList<>();
        found.add(new Listing.SearchSection(group, note.title(), "", href, lead));
        for (TextSection section : sections.subList(opening ? 1 : 0, sections.size())) {
            found.add(new Listing.SearchSection(
                    group, note.title(), section.heading(), href + "#" + section.headingId(), section.searched()));
        }
        for (Disagreements.Entry entry : note.disagreements().entries()) {
            String told = entry.told().texts().map(MarkdownDocument::plain).collect(Collectors.joining(" "));
            found.add(new Listing.SearchSection(group, note.title(), entry.subject(), href + "#" + entry.id(), told));
        }
        return found;
    }

    /** A data sheet in brief: maker, mechanisms, main figures. */
    Listing.SearchSection variant(Variant variant) {
        FactSheet sheet = catalogue.sheet(variant);
        List<String> words = new ArrayList<>(List.of(variant.organization()));
        for (Mechanism mechanism : MechanismProfile.of(variant.architecture()).mechanisms()) {
            words.add(mechanism.label());
        }
        FIGURES.forEach(path -> sheet.print(path).ifPresent(words::add));
        words.add(variant.id());
        return new Listing.SearchSection(
                Listing.SearchSection.Group.MODEL,
                variant.name(),
                "Data sheet",
                Paths.variant(variant).value(),
                String.join(", ", words));
    }

    /** The events of the timeline. */
    List<Listing.SearchSection> events(Head head) {
        return catalogue.library().timeline().events().stream()
                .map(event -> new Listing.SearchSection(
                        Listing.SearchSection.Group.PAGE,
                        head.title(),
                        event.title(),
                        head.path().value() + "#" + TimelinePlanner.anchor(event),
                        event.date() + ": " + event.text()))
                .toList();
    }

    /** The entries of the glossary, each found by all its spellings. */
    List<Listing.SearchSection> terms(Head head) {
        return catalogue.library().glossary().terms().stream()
                .map(term -> new Listing.SearchSection(
                        Listing.SearchSection.Group.PAGE,
                        head.title(),
                        String.join(", ", term.spellings()),
                        Paths.term(term.id()),
                        term.meaning().plain()))
                .toList();
    }

    /** The entries of the bibliography. */
    List<Listing.SearchSection> references(Head head) {
        return catalogue.library().references().values().stream()
                .map(reference -> new Listing.SearchSection(
                        Listing.SearchSection.Group.PAGE,
                        head.title(),
                        reference.title(),
                        head.path().value() + "#ref-" + reference.key(),
                        reference.label() + (reference.hasMoreAuthors() ? ": " + reference.authorLine() : "")))
                .toList();
    }

    /** A page by its title and description alone. */
    Listing.SearchSection whole(Listing.SearchSection.Group group, Head head) {
        return new Listing.SearchSection(group, head.title(), "", head.path().value(), head.description());
    }
}
