package dev.archnotes.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.archnotes.CsvRows;
import dev.archnotes.Variants;
import dev.archnotes.model.ledger.Accelerator;
import dev.archnotes.model.ledger.Deployment;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightPrecision;
import dev.archnotes.model.spec.Architecture;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FitTest {
    private static final Path CASES = Path.of("src/test/resources/fit/cases.csv");

    private static Architecture architecture(String id) {
        return Variants.ALL.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow()
                .architecture();
    }

    static Stream<List<String>> cases() {
        return CsvRows.of(CASES).stream().skip(1);
    }

    /** The sums by hand stand beside the numbers in the file; the command line answers the same rows. */
    @ParameterizedTest
    @MethodSource("cases")
    void aModelTakesWhatIsWorkedOutByHand(List<String> row) {
        Fit fit = Fit.usual(
                architecture(row.get(0)),
                WeightFormat.named(row.get(1)).orElseThrow(),
                CacheFormat.named(row.get(2)).orElseThrow(),
                Long.parseLong(row.get(3)),
                Long.parseLong(row.get(4)),
                true);
        long memory = Long.parseLong(row.get(5));
        assertThat(fit.weightBytes()).isEqualTo(Long.parseLong(row.get(6)));
        assertThat(fit.imageEncoderBytes()).isEqualTo(Long.parseLong(row.get(7)));
        assertThat(fit.cacheBytes()).isEqualTo(Long.parseLong(row.get(8)));
        assertThat(fit.workspaceBytes()).isEqualTo(Long.parseLong(row.get(9)));
        assertThat(fit.totalBytes()).isEqualTo(Long.parseLong(row.get(10)));
        assertThat(fit.fits(memory)).isEqualTo(Boolean.parseBoolean(row.get(11)));
        assertThat(fit.longestContext(memory)).isEqualTo(Long.parseLong(row.get(12)));
        assertThat(fit.mostSequences(memory)).isEqualTo(Long.parseLong(row.get(13)));
    }

    /** llama.cpp, {@code tools/quantize/README.md}: bits a weight of Llama 3.1 8B, measured on the files. */
    @ParameterizedTest
    @CsvSource({"q4_k_m, 48944", "q5_k_m, 57036", "q6_k, 65633", "q8_0, 85008", "iq4_xs, 44597"})
    void mixturesTakeTheBitsThatLlamaCppStates(String format, long tenThousandths) {
        PlacedWeights weights = PlacedWeights.of(
                architecture("llama-3.1-8b"), WeightFormat.named(format).orElseThrow());

        assertThat(weights.tenThousandthsOfBitsPerWeight()).isEqualTo(tenThousandths);
    }

    /** The same README: 43.1 GB and 249.1 GB for Q4_K_M; the first is rounded up from a file of 42.5 × 10⁹ bytes. */
    @ParameterizedTest
    @CsvSource({"llama-3.1-70b, 43.1", "llama-3.1-405b, 249.1"})
    void largeMixturesTakeAboutWhatLlamaCppStates(String model, double gigabytes) {
        long bytes = PlacedWeights.of(architecture(model), WeightFormat.Q4_K_M).bytes(LedgerRow.Scope.DECODER);

        assertThat(bytes / 1e9).isCloseTo(gigabytes, within(gigabytes * 0.025));
    }

    /** The files of Qwen3-30B-A3B as bartowski lists them, in 10⁹ bytes, each with some megabytes of vocabulary. */
    @ParameterizedTest
    @CsvSource({"q8_0, 32.48", "q6_k, 25.10", "q5_k_m, 21.74"})
    void mixturesOfExpertsTakeWhatFilesOfThemTake(String format, double gigabytes) {
        long bytes = PlacedWeights.of(
                        architecture("qwen3-30b-a3b"),
                        WeightFormat.named(format).orElseThrow())
                .bytes(LedgerRow.Scope.DECODER);

        assertThat(bytes / 1e9).isCloseTo(gigabytes, within(gigabytes * 0.001));
    }

    /**
     * Of 48 layers every fourth has a value projection: of these 12 the first, the last two ({@code 7 * 12 / 8} is 10)
     * and the third, sixth and ninth after the first get Q6_K.
     */
    @Test
    void valueProjectionsAreCountedAmongThemselves() {
        long favored = PlacedWeights.of(architecture("qwen3-next-80b-a3b"), WeightFormat.Q4_K_M).rows().stream()
                .filter(row -> row.ledger().tensor().name().equals("v_proj.weight"))
                .filter(row -> row.format().equals("Q6_K"))
                .mapToLong(PlacedWeights.Row::layers)
                .sum();

        assertThat(favored).isEqualTo(6);
    }

    /** Logs of llama.cpp: "CUDA0 compute buffer size = 258.50 MiB" for Llama 3 8B, 304.75 MiB for Qwen3-8B. */
    @ParameterizedTest
    @CsvSource({"llama-3.1-8b, 258.50", "qwen3-8b, 304.75"})
    void theWorkspaceIsTheBufferThatLlamaCppReports(String model, double mebibytes) {
        assertThat(Fit.workspace(architecture(model)) / (double) (1 << 20)).isEqualTo(mebibytes);
    }

    @Test
    void aReleasedFormatByNameIsTheReleasedOne() {
        for (String format : List.of("mxfp4 gpt-oss-120b", "fp8-block deepseek-v3-671b", "bf16 qwen3-32b")) {
            Architecture model = architecture(format.substring(format.indexOf(' ') + 1));
            WeightFormat named =
                    WeightFormat.named(format.substring(0, format.indexOf(' '))).orElseThrow();

            assertThat(PlacedWeights.of(model, named).bytes(LedgerRow.Scope.DECODER))
                    .as(format)
                    .isEqualTo(PlacedWeights.of(model, WeightFormat.RELEASED).bytes(LedgerRow.Scope.DECODER));
        }
    }

    /** The calculator's bits and the same bits here are one number, read and kept. */
    @ParameterizedTest
    @CsvSource({"bf16, 16", "8, 8", "4, 4"})
    void plainBitsAreThoseOfADeployment(String format, long bits) {
        for (String id : List.of("llama-3.1-8b", "gpt-oss-20b", "gemma-3-27b", "qwen3-next-80b-a3b")) {
            Architecture model = architecture(id);
            Deployment run = new Deployment(model, 4096, 3, bits, WeightPrecision.of(bits));
            Fit fit = Fit.usual(
                    model,
                    WeightFormat.named(format).orElseThrow(),
                    CacheFormat.named(Long.toString(bits)).orElseThrow(),
                    4096,
                    3,
                    false);

            assertThat(fit.weightBytes()).as(id).isEqualTo(run.weightBytes());
            assertThat(fit.cacheBytes()).as(id).isEqualTo(run.cacheBytes());
            assertThat(fit.bytesRead()).as(id).isCloseTo(run.bytesRead(), within(1L));
        }
    }

    /** 144 + 16 bits of 32 numbers are 4.5 and 8.5 a number; a recurrent state stays what it is. */
    @Test
    void aCacheInBlocksLeavesTheStateAlone() {
        Architecture hybrid = architecture("qwen3-next-80b-a3b");
        long eight = CacheFormat.BITS_8.bytes(hybrid, 4096);
        long numbers = CacheFormat.BITS_16.bytes(hybrid, 4096) - eight;
        long state = eight - numbers;

        assertThat(numbers).isEqualTo(12L * 2 * 2 * 256 * 4096);
        assertThat(state).isPositive();
        assertThat(CacheFormat.Q8_0.bytes(hybrid, 4096)).isEqualTo(state + numbers * 34 / 32);
        assertThat(CacheFormat.Q4_0.bytes(hybrid, 4096)).isEqualTo(state + numbers * 18 / 32);
    }

    /** 8 B at 16 bits without the table that is looked up: 15.0 × 10⁹ bytes, 67.2 steps a second at 1,008 GB/s. */
    @Test
    void theBoundOfSpeedIsBandwidthByBytesRead() {
        Architecture model = architecture("llama-3.1-8b");
        Fit fit = Fit.usual(model, WeightFormat.BF16, CacheFormat.BITS_16, 1, 1, false);

        assertThat(fit.bytesRead()).isEqualTo(2 * (8_030_261_248L - 128_256L * 4096) + 131_072);
        assertThat(fit.mostTokensInThousandSeconds(1_008_000)).isEqualTo(1_008_000_000_000_000L / fit.bytesRead());
    }

    @Test
    void whatLeavesNoRoomFitsNothing() {
        Fit fit = Fit.usual(architecture("llama-3.1-8b"), WeightFormat.BF16, CacheFormat.BITS_16, 4096, 1, false);

        assertThat(fit.longestContext(fit.fixedBytes())).isZero();
        assertThat(fit.longestContext(fit.fixedBytes() + 131_072)).isEqualTo(1);
        assertThat(fit.mostSequences(fit.fixedBytes() - 1)).isZero();
        assertThat(fit.longestContext(1_000_000_000)).isZero();
    }

    /** Each number of the table stands in the file beside where it was read. */
    @Test
    void cardsHaveTheMemoryAndBandwidthOfTheirSources() {
        List<List<String>> sources = CsvRows.of(Path.of("src/test/resources/fit/cards.csv")).stream()
                .skip(1)
                .toList();

        assertThat(sources).allSatisfy(row -> assertThat(row).hasSize(6).noneMatch(String::isBlank));
        assertThat(Card.ALL)
                .extracting(card -> List.of(
                        card.word(),
                        card.sold(),
                        Long.toString(card.bytes()),
                        Long.toString(card.megabytesPerSecond())))
                .containsExactlyElementsOf(sources.stream()
                        .map(row -> List.of(row.get(0), row.get(1) + " GB", row.get(2), row.get(4)))
                        .toList());
    }

    @Test
    void cardsStandByMemoryAndHaveLessThanTheyAreSoldWithInGibibytes() {
        assertThat(Card.ALL).isSortedAccordingTo(Comparator.comparingLong(Card::bytes));
        assertThat(Card.ALL).extracting(Card::word).doesNotHaveDuplicates();
        assertThat(Card.ALL).allSatisfy(card -> {
            long sold = Long.parseLong(card.sold().replace(" GB", ""));
            assertThat(card.bytes()).as(card.name()).isBetween(sold * 700_000_000L, sold << 30);
        });
        assertThat(Card.named("h100").orElseThrow().megabytesPerSecond())
                .isEqualTo(Accelerator.H100.megabytesPerSecond());
        Card card = Card.named("RTX-4090").orElseThrow();
        // 24,564 MiB by nvidia-smi
        assertThat(card.bytes()).isEqualTo(25_757_220_864L).isGreaterThan(24_000_000_000L);
        assertThat(Card.smallest(card.bytes())).contains(card);
        assertThat(Card.smallest(1L << 50)).isEmpty();
        // A TPU v5e and a Mac of 36 GB have room for these, but a card with more is what one can buy.
        assertThat(Card.smallest(15L << 30).map(Card::word)).contains("rtx-5070-ti");
        assertThat(Card.smallest(28L << 30).map(Card::word)).contains("rtx-5090");
        assertThat(Card.smallest(400L << 30).map(Card::word)).contains("m3-ultra-512gb");
    }
}
