package dev.archnotes.site.files;

import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.drawing.strip.StripRuns;
import dev.archnotes.site.page.Cell;
import dev.archnotes.site.page.ConceptPage;
import dev.archnotes.site.page.FactView;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.VariantPage;
import dev.archnotes.site.page.Working;
import dev.archnotes.site.write.OutputFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is shown beside a link before it is followed: a script for each page about models or a concept, and one for the
 * references of each letter. Each is a classic script with one call, which works from a folder, too.
 */
final class PreviewFiles {
    private static final String CALL = "archnotesPreview(";

    private PreviewFiles() {}

    /** The pieces for all pages to which there are previews; none for a site without models. */
    static List<OutputFile> of(Catalogue catalogue, List<Page> pages) {
        List<OutputFile> files = new ArrayList<>();
        for (Page page : pages) {
            String path = page.head().path().value();
            boolean inside = path.startsWith(Paths.MODELS.value()) || path.startsWith(Paths.CONCEPTS.value());
            if (inside && path.indexOf('/') < path.length() - 1) {
                files.add(piece(path.substring(0, path.length() - 1), of(catalogue, page)));
            }
        }
        references(catalogue).forEach((letter, entries) -> files.add(piece("references/" + letter, entries)));
        return files;
    }

    private static OutputFile piece(String name, Map<String, Object> value) {
        String text = JsonText.compact(List.of(name, value)).replace("<", "\\u003C");
        return OutputFile.text(Paths.PREVIEWS + name + ".js", CALL + text.substring(1, text.length() - 1) + ");\n");
    }

    private static Map<String, Object> of(Catalogue catalogue, Page page) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", page.head().title());
        if (page instanceof ModelPage model) {
            values.put("says", model.note().note().line());
            values.put("of", model.shown().variant().text());
            values.put("facts", facts(model.shown().strip()));
            catalogue.variant(model.shown().id()).ifPresent(variant -> values.put("layers", layers(variant)));
        } else if (page instanceof VariantPage sheet) {
            values.put("facts", facts(sheet.strip()));
            catalogue.variant(sheet.id()).ifPresent(variant -> {
                values.put("title", variant.name());
                values.put("layers", layers(variant));
                values.put("workings", workings(catalogue, variant, sheet.head().path()));
            });
        } else if (page instanceof ConceptPage concept) {
            values.put("says", concept.note().note().line());
            values.put("note", concept.lesson().usedBy());
        } else {
            values.put("says", page.head().description());
        }
        return values;
    }

    private static String layers(Variant variant) {
        return StripRuns.of(variant.architecture());
    }

    private static List<List<String>> facts(List<FactView> strip) {
        return strip.stream()
                .filter(fact -> !fact.cell().isAbsent())
                .map(fact -> List.of(fact.label(), printed(fact.cell())))
                .toList();
    }

    private static String printed(Cell cell) {
        return cell.hasUnit() ? cell.text() + "\u2009" + cell.unit() : cell.text();
    }

    /** Every fact of a variant by its path, with the formula where it is computed. */
    private static Map<String, String> workings(Catalogue catalogue, Variant variant, PagePath page) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Fact fact : catalogue.sheet(variant).facts()) {
            lines.put(
                    fact.path().text(),
                    Working.of(fact, variant, page)
                            .map(Working::plain)
                            .orElse(fact.value().print()));
        }
        return lines;
    }

    /** The works that are cited, by the first letters of their keys and then by their keys. */
    private static Map<String, Map<String, Object>> references(Catalogue catalogue) {
        Map<String, Map<String, Object>> letters = new TreeMap<>();
        catalogue.library().references().values().forEach(reference -> {
            String first = reference.key().substring(0, 1).toLowerCase(Locale.ROOT);
            String letter = first.matches("[a-z]") ? first : "other";
            letters.computeIfAbsent(letter, any -> new TreeMap<>()).put(reference.key(), said(reference));
        });
        return letters;
    }

    private static Map<String, Object> said(Reference reference) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", reference.title());
        values.put("says", reference.authorLine());
        String eprint = reference.eprint().isEmpty() ? "" : "arXiv:" + reference.eprint();
        values.put(
                "note",
                String.join(
                        " · ",
                        List.of(reference.shortForm(), reference.kind(), eprint).stream()
                                .filter(part -> !part.isEmpty())
                                .toList()));
        return values;
    }
}
