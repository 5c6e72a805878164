package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.PlacedWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does each word stand for one term, and does each term lead to sections and terms that there are? */
final class GlossaryTerms implements Check {
    /** Ids that the page has besides those of terms. */
    private static final Set<String> OF_PAGE = Set.of("main", "preview", "references");

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        Glossary glossary = catalogue.library().glossary();
        Map<String, Glossary.Term> byId = new HashMap<>();
        Map<String, Glossary.Term> byWord = new HashMap<>();
        for (Glossary.Term term : glossary.terms()) {
            if (OF_PAGE.contains(term.id()) || term.id().startsWith("ref-")) {
                findings.add(Diagnostic.error(
                                Rule.DUPLICATE_ID, term.place(), "the page has the id \"" + term.id() + "\" already")
                        .withHint("call the term something else")
                        .withLength(term.name().length()));
            }
            Optional<Glossary.Term> before = Optional.ofNullable(byId.putIfAbsent(term.id(), term));
            before.ifPresent(other -> reportTwice(term.name(), term.place(), other, findings));
            if (before.isEmpty()) {
                checkWords(term, byWord, findings);
            }
            checkSee(glossary, term, findings);
            if (!term.section().isEmpty()) {
                MechanismReferences.checkConcept(
                        catalogue, term.concept(), term.anchor(), term.sectionPlace(), findings);
            }
        }
    }

    /** Reports words of a term that stand for another one already, or twice for this one. */
    private static void checkWords(
            Glossary.Term term, Map<String, Glossary.Term> byWord, Diagnostics.Builder findings) {
        Glossary.Term owner = byWord.putIfAbsent(term.name(), term);
        if (owner != null) {
            reportTwice(term.name(), term.place(), owner, findings);
        }
        for (PlacedWords words : term.wordLists()) {
            Set<String> own = new HashSet<>();
            for (String word : words.list()) {
                Glossary.Term other = byWord.putIfAbsent(word, term);
                boolean twice = !own.add(word);
                if (twice || other != null && !other.equals(term)) {
                    reportTwice(word, words.place(word), twice ? term : other, findings);
                }
            }
        }
    }

    private static void reportTwice(String word, Location place, Glossary.Term other, Diagnostics.Builder findings) {
        String where = "\"" + other.name() + "\" on line " + other.place().line();
        findings.add(Diagnostic.error(
                        Rule.DUPLICATE_ID, place, "\"" + word + "\" is a word of the term " + where + " already")
                .withHint("leave it to one of them")
                .withLength(word.length()));
    }

    private static void checkSee(Glossary glossary, Glossary.Term term, Diagnostics.Builder findings) {
        for (String name : term.see().list()) {
            Optional<Glossary.Term> other = glossary.named(name);
            if (other.isEmpty()) {
                reportUnknown(glossary, name, term.see().place(name), findings);
            } else if (other.get().equals(term)) {
                findings.add(Diagnostic.error(
                                Rule.IMPOSSIBLE_VALUE, term.see().place(name), "a term does not refer to itself")
                        .withLength(name.length()));
            }
        }
    }

    /** Reports a name that no term has. */
    static void reportUnknown(Glossary glossary, String name, Location place, Diagnostics.Builder findings) {
        findings.add(Diagnostic.error(Rule.UNKNOWN_TERM, place, "the glossary has no term \"" + name + "\"")
                .withHint(Suggestion.hint(
                        name, glossary.terms().stream().map(Glossary.Term::name).toList()))
                .withLength(name.length()));
    }
}
