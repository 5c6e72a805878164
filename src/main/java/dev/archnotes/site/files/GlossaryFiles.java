package dev.archnotes.site.files;

import dev.archnotes.model.json.JsonText;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.write.OutputFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The glossary as data, and as the script reads it that shows a definition beside a word; none without terms. */
final class GlossaryFiles {
    private GlossaryFiles() {}

    static List<OutputFile> of(Library library) {
        Glossary glossary = library.glossary();
        return glossary.isEmpty()
                ? List.of()
                : List.of(
                        OutputFile.text(
                                Paths.GLOSSARY_JSON,
                                json(glossary, library.settings().addresses().base())),
                        OutputFile.text(Paths.DEFINITIONS, script(glossary)));
    }

    private static String json(Glossary glossary, String baseUrl) {
        List<Map<String, Object>> terms = new ArrayList<>();
        for (Glossary.Term term : glossary.terms()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("id", term.id());
            values.put("term", term.name());
            values.put("also", term.words().also().list());
            values.put("group", term.group());
            values.put("definition", term.meaning().plain());
            term.meaning().plainExample().ifPresent(example -> values.put("example", example));
            values.put("href", baseUrl + Paths.term(term.id()));
            if (!term.section().isEmpty()) {
                String anchor = term.anchor().isEmpty() ? "" : "#" + term.anchor();
                values.put(
                        "explained_at", baseUrl + Paths.concept(term.concept()).value() + anchor);
            }
            values.put("see", term.see().list());
            terms.add(values);
        }
        return JsonText.indented(terms);
    }

    /** A classic script with a single assignment: by its id, the name of each term and its definition. */
    private static String script(Glossary glossary) {
        Map<String, List<String>> definitions = new LinkedHashMap<>();
        glossary.terms()
                .forEach(term -> definitions.put(
                        term.id(), List.of(term.name(), term.meaning().plain())));
        return "window.archnotesDefinitions = " + JsonText.compact(definitions).replace("<", "\\u003C") + ";\n";
    }
}
