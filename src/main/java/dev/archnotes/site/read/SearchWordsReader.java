package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.content.SearchWords;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code search.yaml}: what people type for what the notes call otherwise. */
final class SearchWordsReader {
    private SearchWordsReader() {}

    /** The words that are sound; a finding for everything else. */
    static SearchWords read(String path, String text, Diagnostics.Builder findings) {
        return new YamlSource(path, 1, findings)
                .mapping(text)
                .map(SearchWordsReader::words)
                .orElse(SearchWords.NONE);
    }

    static SearchWords words(YamlMapping top) {
        SearchWords words = new SearchWords(
                top.texts("questions"),
                names(top, "names"),
                names(top, "facts"),
                names(top, "mechanisms"),
                meanings(top));
        top.finish();
        return words;
    }

    private static List<SearchWords.OtherNames> names(YamlMapping top, String key) {
        List<SearchWords.OtherNames> names = new ArrayList<>();
        for (YamlMapping mapping : top.optionalMappings(key)) {
            top.source().sound(() -> names(mapping)).ifPresent(names::add);
        }
        return names;
    }

    private static SearchWords.OtherNames names(YamlMapping mapping) {
        SearchWords.OtherNames names =
                new SearchWords.OtherNames(mapping.text("of"), mapping.requiredTexts("also"), mapping.location("of"));
        mapping.finish();
        return names;
    }

    private static List<SearchWords.Meaning> meanings(YamlMapping top) {
        List<SearchWords.Meaning> meanings = new ArrayList<>();
        for (YamlMapping mapping : top.optionalMappings("words")) {
            top.source().sound(() -> meaning(mapping)).ifPresent(meanings::add);
        }
        return meanings;
    }

    private static SearchWords.Meaning meaning(YamlMapping mapping) {
        SearchWords.Meaning meaning = new SearchWords.Meaning(
                mapping.requiredTexts("also"),
                mapping.optionalText("means").orElse(""),
                mapping.optionalText("section").orElse(""),
                mapping.optionalText("page").orElse(""),
                mapping.location(mapping.has("page") ? "page" : "section"));
        if (meaning.means().isEmpty()
                && meaning.section().isEmpty()
                && meaning.page().isEmpty()) {
            mapping.impossible(
                    "also", "these words lead nowhere", "say what they mean, or the section or page to open");
        }
        mapping.finish();
        return meaning;
    }
}
