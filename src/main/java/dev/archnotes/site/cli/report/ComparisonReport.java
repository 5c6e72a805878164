package dev.archnotes.site.cli.report;

import dev.archnotes.model.fact.Comparison;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Variants side by side, grouped as the dictionary groups their facts; of two, with the ratio of the second to the
 * first.
 */
public final class ComparisonReport {
    private ComparisonReport() {}

    public static Report of(Comparison comparison) {
        List<String> header = new ArrayList<>(List.of(""));
        comparison.sheets().forEach(sheet -> header.add(sheet.id()));
        boolean two = comparison.sheets().size() == 2;
        if (two) {
            header.add("ratio");
        }
        List<Report.Section> sections = new ArrayList<>();
        for (FactDefinition.Group group : FactDefinition.Group.values()) {
            List<List<String>> rows = comparison.rows().stream()
                    .filter(row -> row.definition().group() == group)
                    .map(row -> cells(row, two))
                    .toList();
            if (!rows.isEmpty()) {
                sections.add(new Report.Section(group.label(), header, rows));
            }
        }
        return new Report(
                String.join(
                        " · ",
                        comparison.sheets().stream().map(ComparisonReport::name).toList()),
                sections);
    }

    private static List<String> cells(Comparison.Row row, boolean two) {
        List<String> cells = new ArrayList<>(List.of(row.definition().label()));
        row.values().forEach(value -> cells.add(value.map(FactValue::print).orElse("–")));
        if (two) {
            cells.add(row.isSame() ? "" : row.ratio().orElse(""));
        }
        return cells;
    }

    private static String name(FactSheet sheet) {
        return sheet.print(FactPath.NAME).orElse(sheet.id());
    }
}
