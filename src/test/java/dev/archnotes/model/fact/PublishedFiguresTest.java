package dev.archnotes.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.CsvRows;
import dev.archnotes.Variants;
import dev.archnotes.model.number.PrintedNumber;
import dev.archnotes.model.spec.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published figure of every variant, one test a row of {@code figures/published.csv}. */
class PublishedFiguresTest {
    private static final Map<String, FactSheet> SHEETS =
            Variants.ALL.stream().collect(Collectors.toMap(Variant::id, FactSheet::of));

    /** Columns: model, quantity, definition, published, tolerance, source, note. */
    record Row(
            String model,
            String quantity,
            String definition,
            String published,
            String tolerance,
            String source,
            String note) {
        @Override
        public String toString() {
            return model + " " + quantity + " " + published;
        }
    }

    static Stream<Row> rows() {
        return CsvRows.of(Path.of("src/test/resources/figures/published.csv")).stream()
                .skip(1)
                .map(row ->
                        new Row(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aPublishedFigureIsWhatItsDefinitionGives(Row row) {
        BigDecimal computed = value(row);
        PrintedNumber printed = printed(row);
        BigDecimal published = printed.digits().multiply(printed.scale());
        switch (row.tolerance()) {
            case "exact" -> assertThat(computed).isEqualByComparingTo(published);
            case "digits" -> assertThat(rounded(row, printed, computed)).isEqualByComparingTo(printed.digits());
            default -> {
                boolean measured = row.tolerance().startsWith("measured ");
                BigDecimal percent =
                        new BigDecimal(row.tolerance().replace("measured ", "").replace(" %", ""));
                BigDecimal off = computed.subtract(published)
                        .abs()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(published, 6, RoundingMode.HALF_UP);
                assertThat(off).as("distance in percent").isLessThanOrEqualTo(percent);
                if (!measured) {
                    assertThat(off).as("the distance stated").isGreaterThan(percent.subtract(new BigDecimal("0.02")));
                    assertThat(row.note())
                            .as("a figure that no definition gives says why")
                            .isNotBlank();
                }
            }
        }
        assertThat(row.source()).isNotBlank();
    }

    /** Contexts of 128K tokens are 131,072 as often as 128,000. */
    private static BigDecimal rounded(Row row, PrintedNumber printed, BigDecimal computed) {
        BigDecimal decimal = printed.rounded(computed, BigDecimal.ONE);
        if (!row.quantity().equals("context_length") || decimal.compareTo(printed.digits()) == 0) {
            return decimal;
        }
        int step = printed.scale().compareTo(BigDecimal.valueOf(1_000)) == 0 ? 1 << 10 : 1 << 20;
        return computed.divide(BigDecimal.valueOf(step), printed.decimals(), RoundingMode.HALF_UP);
    }

    private static PrintedNumber printed(Row row) {
        boolean bytes = row.published().endsWith("B") && row.published().contains(" ");
        return PrintedNumber.parse(row.published(), bytes).orElseThrow();
    }

    /** Sums and differences of products of whole numbers and paths. */
    private static BigDecimal value(Row row) {
        FactSheet sheet = SHEETS.get(row.model());
        BigDecimal sum = BigDecimal.ZERO;
        for (String term : row.definition().replace(" - ", " + -").split(" \\+ ")) {
            BigDecimal product = BigDecimal.ONE;
            for (String factor : term.replace("-", "").split(" \\* ")) {
                product = product.multiply(factor.matches("\\d+") ? new BigDecimal(factor) : plain(sheet, factor));
            }
            sum = term.startsWith("-") ? sum.subtract(product) : sum.add(product);
        }
        return sum;
    }

    private static BigDecimal plain(FactSheet sheet, String path) {
        FactValue.Whole whole = (FactValue.Whole)
                sheet.named(path).orElseThrow(() -> new AssertionError(path)).value();
        return BigDecimal.valueOf(whole.value())
                .multiply(BigDecimal.valueOf(whole.unit().scale()));
    }

    static Stream<Variant> variants() {
        return Variants.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyPublishedFigureThatCanBeComparedHasARow(Variant model) {
        List<String> tested = rows().filter(row -> row.model().equals(model.id()))
                .map(row -> row.quantity() + " " + row.published())
                .toList();
        for (PublishedFigure figure : PublishedFigures.of(model, FactSheet.of(model))) {
            if (figure.verdict() != PublishedFigure.Verdict.NOT_COMPARED) {
                assertThat(tested)
                        .contains(figure.published().quantity() + " "
                                + figure.published().text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theDefinitionFoundIsTheOneOfTheTable(Variant model) {
        for (PublishedFigure figure : PublishedFigures.of(model, FactSheet.of(model))) {
            rows().filter(row -> row.model().equals(model.id())
                            && row.quantity().equals(figure.published().quantity())
                            && row.published().equals(figure.published().text())
                            && !row.definition().contains("64 *"))
                    .forEach(row -> {
                        assertThat(figure.countedAs()
                                        .orElseThrow()
                                        .paths()
                                        .replace("−", "-")
                                        .replace("×", "*"))
                                .isEqualTo(row.definition());
                        boolean none = figure.verdict() == PublishedFigure.Verdict.DIFFERENT;
                        assertThat(none)
                                .isEqualTo(!row.tolerance().equals("exact")
                                        && !row.tolerance().equals("digits"));
                    });
        }
    }

    @Test
    void aComparisonSaysInWordsWhatWasCounted() {
        assertThat(figure("deepseek-v3-671b", "37B").words())
                .isEqualTo("active parameters without input embedding, rounded");
        assertThat(figure("glm-4.5-355b-a32b", "355B").words())
                .isEqualTo("total with prediction module, without embedding and head, rounded");
        assertThat(figure("qwen3-0.6b", "751,632,384").words()).isEqualTo("equals elements in the checkpoint");
        assertThat(figure("llama-4-maverick", "400B").words())
                .isEqualTo("no definition gives it; nearest: total, +0.18\u202F%");
        assertThat(figure("gpt-oss-120b", "trillions").words()).isEqualTo("not compared");
    }

    private static PublishedFigure figure(String id, String text) {
        return PublishedFigures.of(Variants.of(id), FactSheet.of(Variants.of(id))).stream()
                .filter(figure -> figure.published().text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
