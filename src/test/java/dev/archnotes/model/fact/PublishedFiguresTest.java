package dev.archnotes.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.CsvRows;
import dev.archnotes.Variants;
import dev.archnotes.model.number.PrintedNumber;
import dev.archnotes.model.spec.Variant;
import java.math.BigDecimal;
import java.math.MathContext;
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
    private static final Map<String, Variant> MODELS =
            Variants.ALL.stream().collect(Collectors.toMap(Variant::id, model -> model));

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
            case "cut" ->
                assertThat(computed.divide(printed.scale(), printed.decimals(), RoundingMode.DOWN))
                        .isEqualByComparingTo(printed.digits());
            case "zeros" ->
                assertThat(atItsZeros(printed, computed, printed.scale())).isEqualByComparingTo(printed.digits());
            case "binary" ->
                assertThat(atItsZeros(printed, computed, BigDecimal.valueOf(1L << 30)))
                        .isEqualByComparingTo(printed.digits());
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

    /** Rounded to the digits before the zeros at the end of a figure. */
    private static BigDecimal atItsZeros(PrintedNumber printed, BigDecimal computed, BigDecimal unit) {
        int digits = printed.digits().stripTrailingZeros().precision();
        return computed.divide(unit, MathContext.DECIMAL128).round(new MathContext(digits, RoundingMode.HALF_UP));
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
        FactSheet sheet = FactSheet.of(MODELS.get(row.model()));
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
        for (PublishedFigure figure : figures(model)) {
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
        for (PublishedFigure figure : figures(model)) {
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
                        assertThat(none).isEqualTo(row.tolerance().endsWith(" %"));
                    });
        }
    }

    @Test
    void aComparisonSaysInWordsWhatWasCounted() {
        assertThat(words("deepseek-v3-671b", "37B"))
                .isEqualTo("active parameters without input embedding, rounded to 37B");
        assertThat(words("qwen3-0.6b", "751,632,384")).isEqualTo("equals elements in the checkpoint");
        assertThat(words("kimi-k2-1t", "1.04T")).isEqualTo("no definition gives it; nearest: total, −1.31\u202F%");
        assertThat(words("gpt-oss-120b", "trillions")).isEqualTo("not compared");
    }

    /** 1,557,611,200, 70,553,706,496, 405,853,388,800, 1,235,814,400 and 13,716,198,400. */
    @Test
    void aTotalThatWasCutIsTheTotalAndNotWhatHappensToRoundToIt() {
        assertThat(words("gpt-2-1558m", "1.5B")).isEqualTo("total, cut to 1.5B");
        assertThat(words("llama-3.1-70b", "70B")).isEqualTo("total, cut to 70B");
        assertThat(words("llama-3.1-405b", "405B")).isEqualTo("total, cut to 405B");
        assertThat(words("llama-3.2-1b", "1.23B")).isEqualTo("total, cut to 1.23B");
        assertThat(words("olmo-2-13b", "13B")).isEqualTo("total, cut to 13B");
    }

    /** 400,711,848,960 without and 401,583,781,376 with the vision part; Scout has 108,641,793,536 with it. */
    @Test
    void theFiguresOfAFamilyAreCountedAlike() {
        assertThat(words("llama-4-scout", "109B")).isEqualTo("total with vision part, rounded to 109B");
        assertThat(words("llama-4-maverick", "400B")).isEqualTo("total with vision part, rounded to 400B");
        assertThat(words("qwen3-235b-a22b", "22B")).isEqualTo("active parameters, rounded to 22B");
        assertThat(words("qwen3-30b-a3b", "3.3B")).isEqualTo("active parameters, cut to 3.3B");
    }

    /** 268,098,176: the last digit of 270M is no digit. */
    @Test
    void zerosAtTheEndAreRounding() {
        assertThat(words("gemma-3-270m", "270M")).isEqualTo("total, rounded to 270M");
        assertThat(words("gemma-3-270m", "170M")).isEqualTo("embedding, rounded to 170M");
        assertThat(words("olmo-2-32b", "13.0e23")).isEqualTo("6ND with all parameters, rounded to 13.0e23");
    }

    /** The note of the makers' table states the rule; 355,234,006,336 follows it, Air's 108B does not. */
    @Test
    void aRuleThatMakersStateIsTheirs() {
        assertThat(words("glm-4.5-355b-a32b", "355B"))
                .isEqualTo("total with prediction module, without embedding and head, rounded to 355B");
        assertThat(words("glm-4.5-air-106b-a12b", "106B")).isEqualTo("total, cut to 106B");
    }

    /** One digit tells no rule from another: all of Qwen3-Next's active weights are 3.87B. */
    @Test
    void aFigureOfOneDigitIsTakenAsTheMostNaturalOne() {
        assertThat(words("qwen3-next-80b-a3b", "3B")).isEqualTo("active parameters, cut to 3B");
    }

    /** 539,030,994,944 bytes are 539 GB and 502 GiB. */
    @Test
    void aGigabyteMayBeBinary() {
        assertThat(words("grok-2", "500 GB")).isEqualTo("released weights in binary units, rounded to 500 GB");
        assertThat(words("gpt-oss-120b", "60.8 GiB")).isEqualTo("released weights, rounded to 60.8 GiB");
    }

    /** 6 × 405,853,388,800 × 15.6T = 3.799e25; without the tables it would be 3.759e25, which rounds alike. */
    @Test
    void trainingComputeIsToldAsTheMethodTellsIt() {
        assertThat(words("llama-3.1-405b", "3.8e25")).isEqualTo("6ND with all parameters, rounded to 3.8e25");
    }

    @Test
    void whatAFamilySaysOfItsActiveWeightsIsHowItCountsThem() {
        assertThat(active("gpt-oss-120b")).isEqualTo(FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING);
        assertThat(active("glm-4.5-air-106b-a12b")).isEqualTo(FactPath.PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS);
        assertThat(active("qwen3-30b-a3b")).isEqualTo(FactPath.PARAMETERS_ACTIVE_ALL);
        assertThat(active("llama-3.1-8b")).isEqualTo(FactPath.PARAMETERS_ACTIVE_ALL);
    }

    private static FactPath active(String id) {
        return PublishedFigures.of(Variants.siblings(Variants.of(id)), FactSheet::of)
                .active();
    }

    private static String words(String id, String text) {
        return figure(id, text).words();
    }

    private static List<PublishedFigure> figures(Variant variant) {
        return PublishedFigures.of(Variants.siblings(variant), FactSheet::of).of(variant);
    }

    private static PublishedFigure figure(String id, String text) {
        return figures(Variants.of(id)).stream()
                .filter(figure -> figure.published().text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
