package dev.archnotes.site.files.data;

import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * {@code data/models.csv}: one row a variant, sorted by id, one column for each path of the dictionary and for the
 * former name of one that was renamed. A fact that does not apply or that was not published is an empty field.
 */
public final class ModelsCsv {
    private ModelsCsv() {}

    /** The table of these variants; {@code sheets} gives the facts of each. */
    public static String of(Collection<Variant> variants, Function<Variant, FactSheet> sheets) {
        List<FactPath> paths =
                PublishedPaths.definitions().stream().map(FactDefinition::path).toList();
        CsvText csv = new CsvText().row(paths.stream().map(FactPath::text).toList());
        variants.stream()
                .sorted(Comparator.comparing(Variant::id))
                .map(sheets)
                .forEach(sheet -> csv.row(row(sheet, paths)));
        return csv.toString();
    }

    private static List<String> row(FactSheet sheet, List<FactPath> paths) {
        return paths.stream()
                .map(path -> sheet.named(path.text())
                        .map(fact -> PlainValue.text(fact.value()))
                        .orElse(""))
                .toList();
    }
}
