package dev.archnotes.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.archnotes.CsvRows;
import dev.archnotes.Variants;
import dev.archnotes.model.fact.Contexts;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.Accelerator;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Variant;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class FitTest {
    static final Iterable<Variant> VARIANTS = Variants.ALL;

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
        Fit fit = Fit.of(Setup.usual(
                architecture(row.get(0)),
                WeightFormat.named(row.get(1)).orElseThrow(),
                CacheFormat.named(row.get(2)).orElseThrow(),
                Long.parseLong(row.get(3)),
                Long.parseLong(row.get(4))));
        long memory = Long.parseLong(row.get(5));
        CardLoad all = fit.together();
        assertThat(all.weightBytes()).isEqualTo(Long.parseLong(row.get(6)));
        assertThat(all.imageEncoderBytes()).isEqualTo(Long.parseLong(row.get(7)));
        assertThat(all.cacheBytes()).isEqualTo(Long.parseLong(row.get(8)));
        assertThat(all.workspaceBytes()).isEqualTo(Long.parseLong(row.get(9)));
        assertThat(all.totalBytes()).isEqualTo(Long.parseLong(row.get(10)));
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
        long bytes = PlacedWeights.of(architecture(model), WeightFormat.Q4_K_M).bytes();

        assertThat(bytes / 1e9).isCloseTo(gigabytes, within(gigabytes * 0.025));
    }

    /** The files of Qwen3-30B-A3B as bartowski lists them, in 10⁹ bytes, each with some megabytes of vocabulary. */
    @ParameterizedTest
    @CsvSource({"q8_0, 32.48", "q6_k, 25.10", "q5_k_m, 21.74"})
    void mixturesOfExpertsTakeWhatFilesOfThemTake(String format, double gigabytes) {
        long bytes = PlacedWeights.of(
                        architecture("qwen3-30b-a3b"),
                        WeightFormat.named(format).orElseThrow())
                .bytes();

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
        assertThat(Engine.workspace(architecture(model)) / (double) (1 << 20)).isEqualTo(mebibytes);
    }

    @Test
    void aReleasedFormatByNameIsTheReleasedOne() {
        for (String format : List.of("mxfp4 gpt-oss-120b", "fp8-block deepseek-v3-671b", "bf16 qwen3-32b")) {
            Architecture model = architecture(format.substring(format.indexOf(' ') + 1));
            WeightFormat named =
                    WeightFormat.named(format.substring(0, format.indexOf(' '))).orElseThrow();

            assertThat(PlacedWeights.of(model, named).bytes())
                    .as(format)
                    .isEqualTo(PlacedWeights.of(model, WeightFormat.RELEASED).bytes());
        }
    }

    /** Plain bits are those of the fact sheet; a step reads the bytes of the sheet. */
    @ParameterizedTest
    @FieldSource("VARIANTS")
    void plainBitsHaveTheFiguresOfTheSheet(Variant model) {
        FactSheet sheet = FactSheet.of(model);
        Architecture shapes = model.architecture();

        assertThat(PlacedWeights.of(shapes, WeightFormat.BF16).bytes())
                .isEqualTo(sheet.whole(FactPath.WEIGHTS_BF16_BYTES));
        assertThat(PlacedWeights.of(shapes, WeightFormat.BITS_8).bytes())
                .isEqualTo(sheet.whole(FactPath.WEIGHTS_INT8_BYTES));
        assertThat(PlacedWeights.of(shapes, WeightFormat.BITS_4).bytes())
                .isCloseTo(sheet.whole(FactPath.WEIGHTS_INT4_BYTES), within(1L));
        for (long context : Contexts.STATED) {
            Fit fit = Fit.of(Setup.usual(shapes, WeightFormat.RELEASED, CacheFormat.BITS_16, context, 1));
            Speed speed = new Speed(fit, 1, 0);
            assertThat(fit.bytesPerSequence()).isEqualTo(sheet.whole(FactPath.kvCacheBytesAt(context)));
            assertThat(speed.bytesRead()).isCloseTo(sheet.whole(FactPath.costBytesReadPerTokenAt(context)), within(1L));
            assertThat(speed.flopsPerToken()).isEqualTo(sheet.whole(FactPath.costFlopsPerTokenAt(context)));
        }
    }

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void whatFitsFitsAndNothingMore(Variant model) {
        long memory = 2_000_000_000_000L;
        Setup asked = Setup.usual(model.architecture(), WeightFormat.BITS_8, CacheFormat.BITS_16, 10_000, 3);
        Fit fit = Fit.of(asked);
        long longest = fit.longestContext(memory);
        assertThat(Fit.of(asked.with(Load.of(longest, 3))).fits(memory)).isTrue();
        if (longest < Load.LONGEST_CONTEXT) {
            assertThat(Fit.of(asked.with(Load.of(longest + 1, 3))).fits(memory)).isFalse();
        }
        long most = fit.mostSequences(memory);
        assertThat(Fit.of(asked.with(Load.of(10_000, most))).fits(memory)).isTrue();
        if (most < Load.MOST_SEQUENCES) {
            assertThat(Fit.of(asked.with(Load.of(10_000, most + 1))).fits(memory))
                    .isFalse();
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
        Fit fit = Fit.of(Setup.usual(model, WeightFormat.BF16, CacheFormat.BITS_16, 1, 1));
        Speed speed = new Speed(fit, 1_008_000, 0);

        assertThat(speed.bytesRead()).isEqualTo(2 * (8_030_261_248L - 128_256L * 4096) + 131_072);
        assertThat(speed.mostTokensInThousandSeconds()).isEqualTo(1_008_000_000_000_000L / speed.bytesRead());
    }

    @Test
    void whatLeavesNoRoomFitsNothing() {
        Fit fit = Fit.of(Setup.usual(architecture("llama-3.1-8b"), WeightFormat.BF16, CacheFormat.BITS_16, 4096, 1));
        long fixed = fit.together().totalBytes() - fit.bytesPerSequence();

        assertThat(fit.longestContext(fixed)).isZero();
        assertThat(fit.longestContext(fixed + 131_072)).isEqualTo(1);
        assertThat(fit.mostSequences(fixed - 1)).isZero();
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

    private static Fit on(String model, WeightFormat format, Load load, Cards cards) {
        Architecture shapes = architecture(model);
        return Fit.of(new Setup(shapes, format, CacheFormat.BITS_16, load, Engine.usual(shapes), cards));
    }

    /**
     * Llama 3.1 70B in 16 bits on 8 cards: 80 layers of 855,654,400 weights, 10 a card, with 8,192 tokens x 4,096 bytes
     * a layer; embedding and head of 128,256 x 8,192 weights each on the first and the last.
     */
    @Test
    void cardsOfAPipelineHaveConsecutiveLayers() {
        Fit fit = on("llama-3.1-70b", WeightFormat.BF16, Load.of(8192, 1), new Cards(8, Split.PIPELINE));
        long layers = 2L * 10 * 855_654_400;
        long table = 2L * 128_256 * 8192;

        assertThat(fit.cards()).extracting(CardLoad::cards).containsExactly(1L, 6L, 1L);
        assertThat(fit.cards())
                .extracting(CardLoad::weightBytes)
                .containsExactly(layers + table, layers, layers + table + 2 * 8192);
        assertThat(fit.cards()).extracting(CardLoad::cacheBytes).containsOnly(10L * 8192 * 4096);
        assertThat(fit.together().weightBytes()).isEqualTo(2L * 70_553_706_496L);
    }

    /** get_pp_indices of vLLM: what is left over goes to the cards before the last, one layer each. */
    @Test
    void layersThatDoNotComeOutEvenGoToCardsBeforeTheLast() {
        Fit fit = on("qwen3-30b-a3b", WeightFormat.BF16, Load.of(1024, 1), new Cards(7, Split.PIPELINE));
        long layer = 1024 * 2048;

        // 48 layers: 6 each and 6 left, for all but the last
        assertThat(fit.cards().stream().mapToLong(CardLoad::cacheBytes))
                .containsExactly(7 * layer, 7 * layer, 6 * layer);
    }

    /** The mixture's layers are not alike; what the cards have adds up to what one card has. */
    @ParameterizedTest
    @FieldSource("VARIANTS")
    void aPipelineAddsUp(Variant model) {
        Architecture shapes = model.architecture();
        for (WeightFormat format : List.of(WeightFormat.Q4_K_M, WeightFormat.RELEASED, WeightFormat.AWQ)) {
            Setup one = Setup.usual(shapes, format, CacheFormat.BITS_16, 4096, 2);
            CardLoad whole = Fit.of(one).together();
            CardLoad parts = Fit.of(one.with(new Cards(3, Split.PIPELINE))).together();
            // a table that is embedding and head at once is on the first card and on the last
            long table = PlacedWeights.of(shapes, format).rows().stream()
                    .filter(row -> shapes.tiedEmbeddings()
                            && row.ledger().tensor().name().equals("embed_tokens.weight"))
                    .mapToLong(row -> row.bits() / 8)
                    .sum();

            assertThat(parts.weightBytes() - whole.weightBytes())
                    .as(format.word())
                    .isBetween(table, table + 3);
            assertThat(parts.cacheBytes()).isEqualTo(whole.cacheBytes());
            assertThat(parts.stateBytes()).isEqualTo(whole.stateBytes());
        }
    }

    /**
     * Llama 3.1 70B on 4 cards: norms of 161 x 8,192 weights are on each, a quarter of all others, and 2 of 8 KV heads.
     * On 16 cards one KV head is on two of them, and so are its projections.
     */
    @Test
    void cardsOfATensorSplitHaveAPartOfEveryMatrix() {
        long norms = 161L * 8192;
        long others = 70_553_706_496L - norms;
        CardLoad four = on("llama-3.1-70b", WeightFormat.BF16, Load.of(8192, 1), new Cards(4, Split.TENSOR))
                .fullest();
        CardLoad sixteen = on("llama-3.1-70b", WeightFormat.BF16, Load.of(8192, 1), new Cards(16, Split.TENSOR))
                .fullest();
        long keysAndValues = 80L * 2 * 1024 * 8192;

        assertThat(four.weightBytes()).isEqualTo(2 * (norms + others / 4));
        assertThat(four.cacheBytes()).isEqualTo(80L * 8192 * 4096 / 4);
        assertThat(sixteen.weightBytes()).isEqualTo(2 * (norms + (others - keysAndValues) / 16 + keysAndValues / 8));
        assertThat(sixteen.cacheBytes()).isEqualTo(80L * 8192 * 4096 / 8);
    }

    /** DeepSeek V3's latent of 576 numbers a layer and token is on each card of a tensor split. */
    @Test
    void aLatentIsOnEachCard() {
        Fit fit = on("deepseek-v3-671b", WeightFormat.RELEASED, Load.of(4096, 2), new Cards(8, Split.TENSOR));

        assertThat(fit.fullest().cacheBytes()).isEqualTo(61L * 576 * 2 * 4096 * 2);
        assertThat(fit.undividedHeads()).isZero();
        assertThat(on("qwen3-8b", WeightFormat.BF16, Load.of(1, 1), new Cards(3, Split.TENSOR))
                        .undividedHeads())
                .isEqualTo(32);
    }

    /**
     * Qwen3-30B-A3B on 8 cards by experts: 16 of 128 experts of 48 layers with 3 x 2,048 x 768 weights each, all other
     * weights on each card, and one of eight sequences.
     */
    @Test
    void cardsOfAnExpertSplitHaveSomeExpertsAndSequences() {
        long experts = 48L * 128 * 3 * 2048 * 768;
        long others = 30_532_122_624L - experts;
        CardLoad card = on("qwen3-30b-a3b", WeightFormat.BF16, Load.of(32_768, 8), new Cards(8, Split.EXPERT))
                .fullest();

        assertThat(card.weightBytes()).isEqualTo(2 * (others + experts / 8));
        assertThat(card.cacheBytes()).isEqualTo(48L * 2048 * 32_768);
    }

    /** Four sequences of 10,000 tokens that share 8,000: 8,000 + 4 x 2,000 tokens are kept; of a window the newest. */
    @Test
    void aSharedPrefixIsKeptOnce() {
        Fit llama = on("llama-3.1-8b", WeightFormat.BF16, new Load(10_000, 4, 8_000), Cards.ONE);
        Fit gemma = on("gemma-3-27b", WeightFormat.BF16, new Load(10_000, 4, 9_500), Cards.ONE);

        assertThat(llama.together().cacheBytes()).isEqualTo((8_000L + 4 * 2_000) * 131_072);
        // 10 layers of 9,500 + 4 x 500 tokens; 52 with windows of 1,024, of which 500 are a sequence's own
        assertThat(gemma.together().cacheBytes()).isEqualTo((10L * (9_500 + 4 * 500) + 52L * (524 + 4 * 500)) * 8192);
    }

    /** llama.cpp's --swa-full: all 62 layers of Gemma 3 27B keep all tokens. */
    @Test
    void windowsCanBeKeptWhole() {
        Architecture gemma = architecture("gemma-3-27b");
        Setup setup = Setup.usual(gemma, WeightFormat.BF16, CacheFormat.BITS_16, 32_768, 1);

        assertThat(Fit.of(setup.with(setup.engine().withWholeWindows(true)))
                        .together()
                        .cacheBytes())
                .isEqualTo(62L * 32_768 * 8192);
    }

    /** Two cards that divide the tensors read half each; a pipeline does not hurry a single sequence. */
    @Test
    void cardsShareTheReading() {
        long one = tokens(1, Cards.ONE);

        assertThat(tokens(1, new Cards(2, Split.PIPELINE))).isEqualTo(one);
        assertThat(tokens(1, new Cards(2, Split.TENSOR)) / (double) one).isBetween(1.99, 2.0);
        assertThat(tokens(2, new Cards(2, Split.PIPELINE))).isBetween(2 * one, 2 * one + 1);
    }

    private static long tokens(long sequences, Cards cards) {
        return new Speed(on("llama-3.1-8b", WeightFormat.BF16, Load.of(4096, sequences), cards), 1_008_000, 0)
                .mostTokensInThousandSeconds();
    }

    /**
     * Llama 3.1 8B, 8,192 tokens on an H100: 8,192 x 2 x 6,979,588,096 operations of layers, those of attention with 32
     * x 2 x 2 x 4,096 for each of 8,192 x 8,193 / 2 pairs, and 2 x 525,336,576 of the head for one token, at 989.4 x
     * 10^12 a second.
     */
    @Test
    void theFirstTokenTakesTheArithmeticOfThePrompt() {
        Fit fit = on("llama-3.1-8b", WeightFormat.BF16, Load.of(8192, 1), Cards.ONE);
        // without the norms' 266,240 weights, which multiply too
        double weights = 8192.0 * 2 * (8_030_261_248L - 2L * 525_336_576) + 2.0 * 525_336_576;
        double attention = 32.0 * 2 * 2 * 4096 * (8192.0 * 8193 / 2);

        assertThat(new Speed(fit, 3_350_000, 989_400).firstTokenMicroseconds())
                .isEqualTo((long) ((weights + attention) / 989.4e12 * 1e6));
        // reading 15 GB alone takes 4.5 ms
        assertThat(new Speed(fit, 3_350_000, 0).firstTokenMicroseconds()).isEqualTo(4480);
    }

    /**
     * 141,107,412,992 bytes of Llama 3.1 70B, workspace, runtime: three cards of 80 GB hold 32,768 tokens, two none.
     */
    @Test
    void theFewestCardsAreFound() {
        long memory = Card.named("h100").orElseThrow().bytes();
        Fit fit = on("llama-3.1-70b", WeightFormat.BF16, Load.of(32_768, 1), new Cards(1, Split.TENSOR));

        assertThat(fit.fits(memory)).isFalse();
        assertThat(fit.fewestCards(memory)).isEqualTo(2);
        assertThat(fit.fewestCards(1_000_000_000)).isEqualTo(Cards.MOST + 1);
    }

    /** {@code rates.csv} names the source of every rate. */
    @Test
    void everyDenseRateHasItsSource() {
        List<List<String>> rows = CsvRows.of(Path.of("src/test/resources/fit/rates.csv"));
        for (List<String> row : rows.subList(1, rows.size())) {
            assertThat(Card.named(row.get(0)).orElseThrow().gigaflops())
                    .as(row.get(0))
                    .isEqualTo(Long.parseLong(row.get(1)));
            assertThat(row.get(2)).isNotBlank();
        }
        assertThat(Card.ALL.stream().filter(card -> card.gigaflops() > 0)).hasSize(rows.size() - 1);
    }
}
