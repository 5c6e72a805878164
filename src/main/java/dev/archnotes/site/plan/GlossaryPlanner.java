package dev.archnotes.site.plan;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.page.GlossaryPage;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Plans the page of the glossary. */
final class GlossaryPlanner {
    private static final Comparator<Glossary.Term> BY_NAME = Comparator.comparing(
                    (Glossary.Term term) -> term.name().toLowerCase(Locale.ROOT))
            .thenComparing(Glossary.Term::name);

    private final Catalogue catalogue;
    private final NoteViews notes;
    private final Listings listings;
    private final PagePath page = Paths.GLOSSARY;

    GlossaryPlanner(Catalogue catalogue, NoteViews notes, Listings listings) {
        this.catalogue = catalogue;
        this.notes = notes;
        this.listings = listings;
    }

    GlossaryPage glossary() {
        Glossary glossary = catalogue.library().glossary();
        Map<String, List<GlossaryPage.Entry>> letters = new LinkedHashMap<>();
        Set<String> cited = new LinkedHashSet<>();
        for (Glossary.Term term : glossary.terms().stream().sorted(BY_NAME).toList()) {
            letters.computeIfAbsent(initial(term.name()), letter -> new ArrayList<>())
                    .add(entry(term));
            term.meaning().documents().forEach(document -> cited.addAll(document.citedKeys()));
        }
        Head head = new Head(
                page,
                "Glossary",
                "The words that notes and papers on language models take for granted: "
                        + glossary.terms().size() + " terms, each in a sentence or three.",
                "page-glossary",
                Head.Section.NONE,
                Crumbs.to(page));
        List<Reference> references = cited.stream().map(catalogue::reference).toList();
        return new GlossaryPage(
                head,
                listings.glossary(head),
                letters.entrySet().stream()
                        .map(letter -> new GlossaryPage.Letter(letter.getKey(), letter.getValue()))
                        .toList(),
                groups(glossary),
                references);
    }

    /** What does not begin with a letter comes first, by the order of characters. */
    private static String initial(String name) {
        int first = Character.toUpperCase(name.codePointAt(0));
        return Character.isLetter(first) ? Character.toString(first) : "0–9";
    }

    private static List<GlossaryPage.Group> groups(Glossary glossary) {
        Map<String, List<Link>> groups = new LinkedHashMap<>();
        glossary.terms().forEach(term -> groups.putIfAbsent(term.group(), new ArrayList<>()));
        glossary.terms().stream()
                .sorted(BY_NAME)
                .forEach(term -> groups.computeIfAbsent(term.group(), group -> new ArrayList<>())
                        .add(link(term)));
        return groups.entrySet().stream()
                .map(group -> new GlossaryPage.Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static Link link(Glossary.Term term) {
        return new Link(term.name(), "#" + term.id());
    }

    private GlossaryPage.Entry entry(Glossary.Term term) {
        Glossary glossary = catalogue.library().glossary();
        return new GlossaryPage.Entry(
                term.id(),
                term.name(),
                String.join(", ", term.words().also().list()),
                passage(term.meaning().definition(), term),
                term.meaning().example().map(example -> passage(example, term)),
                catalogue.concept(term.concept()).map(note -> explained(note, term)),
                term.see().list().stream()
                        .flatMap(name -> glossary.named(name).stream())
                        .map(GlossaryPlanner::link)
                        .toList());
    }

    private GlossaryPage.Passage passage(MarkdownDocument document, Glossary.Term term) {
        return new GlossaryPage.Passage(document, notes.insertions(document, term));
    }

    private Link explained(Note note, Glossary.Term term) {
        String anchor = Terms.section(note, term);
        String heading =
                note.document().heading(anchor).map(found -> found.text()).orElse("");
        return new Link(
                heading.isEmpty() ? note.title() : note.title() + " › " + heading,
                page.to(Paths.note(note).value() + (anchor.isEmpty() ? "" : "#" + anchor)));
    }
}
