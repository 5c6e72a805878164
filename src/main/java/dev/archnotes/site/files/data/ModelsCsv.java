package dev.archnotes.site.files.data;

import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import java.util.ArrayList;
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

    /**
     * What stands in front of the facts of a model that was read from a file.
     *
     * @param file the file
     * @param warnings how much in it was not modeled
     * @param context what else is stated of it, in the columns that are named beside
     * @param sheet its facts
     */
    public record Listed(String file, long warnings, List<String> context, FactSheet sheet) {
        public Listed {
            context = List.copyOf(context);
        }
    }

    /** The table of files in the order in which they are given; {@code more} names the columns of their own. */
    public static String of(List<Listed> files, List<String> more) {
        List<FactPath> paths =
                PublishedPaths.definitions().stream().map(FactDefinition::path).toList();
        List<String> header = new ArrayList<>(List.of("file", "warnings"));
        header.addAll(more);
        paths.forEach(path -> header.add(path.text()));
        CsvText csv = new CsvText().row(header);
        for (Listed file : files) {
            List<String> fields = new ArrayList<>(List.of(file.file(), Long.toString(file.warnings())));
            fields.addAll(file.context());
            fields.addAll(row(file.sheet(), paths));
            csv.row(fields);
        }
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
