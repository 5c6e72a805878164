package dev.archnotes.site.check;

import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.SearchWords;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Do the models, facts, mechanisms and sections exist to which other words lead a search? */
final class SearchWordReferences implements Check {
    private static final List<String> OVERVIEWS = Stream.of(
                    Paths.MODELS,
                    Paths.CONCEPTS,
                    Paths.COMPARE,
                    Paths.TIMELINE,
                    Paths.GLOSSARY,
                    Paths.REFERENCES,
                    Paths.DATA,
                    Paths.CALCULATOR)
            .map(page -> page.value().replace("/", ""))
            .toList();

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        SearchWords words = catalogue.library().search();
        List<String> models =
                new ArrayList<>(catalogue.variants().stream().map(Variant::id).toList());
        models.addAll(catalogue.families().stream().map(ModelFamily::slug).toList());
        List<String> paths = Dictionary.DEFINITIONS.stream()
                .map(definition -> definition.path().text())
                .toList();
        Predicate<String> known =
                model -> models.contains(model) || NamedVariants.mayBeUnreadable(catalogue.library(), model);
        check(words.names(), known, models, Rule.UNKNOWN_MODEL, "model", findings);
        check(words.facts(), path -> Dictionary.named(path).isPresent(), paths, Rule.UNKNOWN_FACT, "fact", findings);
        check(
                words.mechanisms(),
                key -> MechanismGroup.named(key).isPresent(),
                MechanismGroup.keys(),
                Rule.IMPOSSIBLE_VALUE,
                "mechanism",
                findings);
        for (SearchWords.Meaning meaning : words.words()) {
            if (!meaning.section().isEmpty()) {
                MechanismReferences.checkConcept(
                        catalogue, meaning.concept(), meaning.anchor(), meaning.place(), findings);
            }
            if (!meaning.page().isEmpty()) {
                checkPage(catalogue, meaning, findings);
            }
        }
    }

    private static void checkPage(Catalogue catalogue, SearchWords.Meaning meaning, Diagnostics.Builder findings) {
        List<String> pages = new ArrayList<>(OVERVIEWS);
        if (catalogue.library().settings().treatment().book()) {
            pages.add(Paths.BOOK.value().replace("/", ""));
        }
        for (Note note : catalogue.library().notes(NoteKind.TEXT)) {
            // of front matter that could not be read there is a finding already
            pages.add(note.slug().isEmpty() ? note.id().stem() : note.slug());
        }
        if (!pages.contains(meaning.page())) {
            findings.add(Diagnostic.error(
                            Rule.IMPOSSIBLE_VALUE, meaning.place(), "there is no page \"" + meaning.page() + "\"")
                    .withHint(Suggestion.hint(meaning.page(), pages))
                    .withLength(meaning.page().length()));
        }
    }

    private static void check(
            List<SearchWords.OtherNames> names,
            Predicate<String> known,
            List<String> all,
            Rule rule,
            String kind,
            Diagnostics.Builder findings) {
        for (SearchWords.OtherNames name : names) {
            if (!name.of().isEmpty() && !known.test(name.of())) {
                findings.add(Diagnostic.error(rule, name.place(), "there is no " + kind + " \"" + name.of() + "\"")
                        .withHint(Suggestion.hint(name.of(), all))
                        .withLength(name.of().length()));
            }
        }
    }
}
