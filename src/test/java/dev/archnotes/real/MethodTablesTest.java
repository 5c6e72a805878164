package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.compare.Aspect;
import dev.archnotes.model.compare.Relative;
import dev.archnotes.model.compare.Relatives;
import dev.archnotes.model.compare.SizeMeasure;
import dev.archnotes.site.content.ModelFamily;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of the page on method that tell how relatives are chosen say what the code does. */
class MethodTablesTest {
    private static final Map<String, String> NAMES =
            Variants.FAMILIES.stream().collect(Collectors.toMap(ModelFamily::slug, ModelFamily::name));

    @Test
    void everyAspectStandsWithItsWeightAndReason() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            expected.add(row(aspect.label(), plain(aspect.weight()), aspect.reason()));
        }
        // a remark in parentheses behind a label is the page's own
        assertThat(table("| Aspect | Weight | Why |").stream().map(line -> line.replaceFirst(" \\([^|]*\\) \\|", " |")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everySizeStandsWithItsWeightAndReason() throws IOException {
        List<String> expected = new ArrayList<>();
        for (SizeMeasure size : SizeMeasure.values()) {
            expected.add(row(size.label(), plain(size.weight()), size.reason()));
        }
        assertThat(table("| Size | Weight of a doubling | Why |")).containsExactlyElementsOf(expected);
    }

    @Test
    void theNearestThreeOfEachFamilyStandWithTheirDistances() throws IOException {
        Relatives relatives = Relatives.of(Variants.structures().stream()
                .collect(Collectors.groupingBy(structure -> structure.variant().family())));
        Map<String, String> expected = new LinkedHashMap<>();
        for (String family : NAMES.keySet()) {
            List<String> cells = new ArrayList<>(List.of(NAMES.get(family)));
            for (Relative relative : relatives.nearest(family, 3)) {
                cells.add(NAMES.get(relative.family()));
                cells.add(BigDecimal.valueOf(relative.distance().total())
                        .setScale(2, RoundingMode.HALF_UP)
                        .toString());
            }
            expected.put(family, row(cells.toArray(String[]::new)));
        }
        assertThat(table("| Family | Nearest | Distance | Second | Distance | Third | Distance |"))
                .containsExactlyInAnyOrderElementsOf(expected.values());
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** {@code 3} for 3.0, {@code 0.25} for 0.25. */
    private static String plain(double weight) {
        return BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
    }

    /** The rows below the head of a table, its line of dashes left out. */
    private static List<String> table(String head) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("notes/method.md"));
        assertThat(lines).containsOnlyOnce(head);
        List<String> rows = lines.subList(lines.indexOf(head) + 2, lines.size());
        return rows.stream().takeWhile(line -> line.startsWith("|")).toList();
    }
}
